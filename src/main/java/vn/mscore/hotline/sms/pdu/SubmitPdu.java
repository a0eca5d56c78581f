package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * SMS-SUBMIT (TS 23.040 9.2.2.2): a message on its way out.
 *
 * @param serviceCentre the centre to use; empty takes the SIM's
 * @param flags the first octet without TP-MTI, TP-VPF and TP-UDHI: reject duplicates (0x04), status report wanted
 *     (0x20), reply path (0x80)
 * @param reference TP-MR; a modem puts its own instead
 * @param recipient TP-DA
 * @param protocol TP-PID
 * @param validity TP-VP
 * @param body coding, header and text
 */
public record SubmitPdu(
        Optional<AddressField> serviceCentre,
        int flags,
        int reference,
        AddressField recipient,
        int protocol,
        Validity validity,
        MessageBody body) {
    private static final int SUBMIT = 0x01;
    private static final int REPORT = 0x20;
    private static final int HEADER = 0x40;
    private static final int OWN_FLAGS = 0xA4;

    /** A message through the SIM's own centre, with a status report asked for. */
    public static SubmitPdu of(AddressField recipient, Validity validity, MessageBody body) {
        return new SubmitPdu(Optional.empty(), REPORT, 0, recipient, 0, validity, body);
    }

    /** Whether the sender wants to know what became of it. */
    public boolean reportWanted() {
        return (flags & REPORT) != 0;
    }

    /** Reads a PDU that begins with the service centre address. Throws {@link PduException} and nothing else. */
    public static SubmitPdu decode(byte[] pdu) {
        Pdu.expect(Pdu.Kind.SUBMIT, pdu);
        Octets in = new Octets(pdu);
        Optional<AddressField> centre = AddressField.serviceCentre(in);
        int first = in.next();
        int reference = in.next();
        AddressField recipient = AddressField.decode(in);
        int protocol = in.next();
        DataCoding coding = new DataCoding(in.next());
        Validity validity = Validity.decode(first, in);
        MessageBody body = MessageBody.decode(coding, (first & HEADER) != 0, in);
        return new SubmitPdu(centre, first & OWN_FLAGS, reference, recipient, protocol, validity, body);
    }

    /** The octets, service centre address first. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serviceCentre.ifPresentOrElse(centre -> centre.encodeServiceCentre(out), () -> out.write(0));
        boolean header = !body.header().elements().isEmpty();
        out.write(SUBMIT | flags | validity.format() | (header ? HEADER : 0));
        out.write(reference);
        recipient.encode(out);
        out.write(protocol);
        out.write(body.coding().octet());
        out.writeBytes(validity.octets());
        body.encode(out);
        return out.toByteArray();
    }
}
