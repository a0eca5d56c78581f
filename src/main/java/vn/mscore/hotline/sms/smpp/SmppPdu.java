package vn.mscore.hotline.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
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
    /** Room for a message_payload of more parts than a telephone sends; nothing longer is read (security row 78). */
    static final int LONGEST = 4_096;

    static final int HEADER = 16;
    private static final int RESPONSE = SMPPConstant.MASK_CID_RESP;

    /** Reads the next one; a length that cannot be ends the link before anything is allocated. */
    static SmppPdu read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("a PDU with a length that cannot be");
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

    /** Whether it answers something of ours; generic_nack does too. */
    boolean answer() {
        return (command & RESPONSE) != 0;
    }

    /** The C-string at the start of the body: system_id, message_id. Empty when there is none. */
    String text() {
        try {
            return new Fields(body).text(Fields.ID);
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
