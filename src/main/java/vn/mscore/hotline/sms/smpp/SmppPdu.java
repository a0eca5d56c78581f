package vn.mscore.hotline.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jsmpp.SMPPConstant;

/**
 * One PDU as it came (SMPP 3.4 3.2).
 *
 * @param command command_id
 * @param status command_status
 * @param sequence sequence_number
 * @param body what follows the header of 16 octets
 */
record SmppPdu(int command, int status, int sequence, byte[] body) {
    static final int HEADER = 16;

    /** Room for a message_payload of 64 KB (5.3.2.32) with the fields before it; nothing longer is read (security row 78). */
    static final int LONGEST = (1 << 16) + 1024;

    /** What is more than this is no ordinary message: 25 parts of a telephone. */
    static final int USUAL = 4_096;

    private static final int RESPONSE = SMPPConstant.MASK_CID_RESP;

    /** A length that no PDU has: whatever follows, nobody knows where the next one begins. */
    static final class Absurd extends IOException {
        private static final long serialVersionUID = 1;

        private Absurd(int length) {
            super("a PDU of " + Integer.toUnsignedString(length) + " octets");
        }
    }

    /** Reads the next one, in blocks as they come; an absurd length ends the link before anything is allocated. */
    static SmppPdu read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new Absurd(length);
        }
        int command = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        byte[] body = in.readNBytes(length - HEADER);
        if (body.length < length - HEADER) {
            throw new IOException("a PDU that ends too early");
        }
        return new SmppPdu(command, status, sequence, body);
    }

    /**
     * What is kept of a delivery: the body of a deliver_sm; a data_sm whole, without its number, as nothing else would tell
     * it from a deliver_sm.
     */
    byte[] kept() {
        return command == SMPPConstant.CID_DATA_SM
                ? ByteBuffer.allocate(HEADER + body.length)
                        .putInt(HEADER + body.length)
                        .putInt(command)
                        .putInt(0)
                        .putInt(0)
                        .put(body)
                        .array()
                : body;
    }

    /** Whether octets that were kept are a data_sm. */
    static boolean dataSm(byte[] kept) {
        ByteBuffer octets = ByteBuffer.wrap(kept);
        return kept.length >= HEADER && octets.getInt() == kept.length && octets.getInt() == SMPPConstant.CID_DATA_SM;
    }

    /** Whether it answers something of ours; generic_nack does too. */
    boolean answer() {
        return (command & RESPONSE) != 0;
    }

    /** Whether it answers a request with the command {@code asked}. */
    boolean answers(int asked) {
        return command == (asked | RESPONSE) || command == SMPPConstant.CID_GENERIC_NACK;
    }

    /** Whether it grants what was asked; a generic_nack never does, whatever status it has. */
    boolean granted() {
        return status == SMPPConstant.STAT_ESME_ROK && command != SMPPConstant.CID_GENERIC_NACK;
    }

    /**
     * The C-string at the start of the body: system_id, message_id. Empty when there is none; some centres leave out the
     * zero behind it, so the end of the body ends it too.
     */
    String text() {
        try {
            return new Fields(Arrays.copyOf(body, body.length + 1)).text(Fields.ID);
        } catch (BadPdu e) {
            return "";
        }
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "SmppPdu[%08x, status %d, %d octets]".formatted(command, status, body.length);
    }
}
