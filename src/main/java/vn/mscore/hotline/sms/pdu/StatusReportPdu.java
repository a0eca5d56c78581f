package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * SMS-STATUS-REPORT (TS 23.040 9.2.2.3): what became of a message we sent. Its optional end (TP-PI and on) is ignored.
 *
 * @param serviceCentre the centre's address, when told
 * @param reference TP-MR of the message, 0..255
 * @param recipient TP-RA
 * @param sentAt TP-SCTS, when the centre took it
 * @param dischargedAt TP-DT, when it was delivered or given up
 * @param status TP-ST (9.2.3.15), 0..255
 */
public record StatusReportPdu(
        Optional<AddressField> serviceCentre,
        int reference,
        AddressField recipient,
        Scts sentAt,
        Scts dischargedAt,
        int status) {
    /** TP-MTI and no more messages. */
    private static final int FIRST = 0x06;

    /** Reads a PDU that begins with the service centre address. Throws {@link PduException} and nothing else. */
    public static StatusReportPdu decode(byte[] pdu) {
        Pdu.expect(Pdu.Kind.STATUS_REPORT, pdu);
        Octets in = new Octets(pdu);
        Optional<AddressField> centre = AddressField.serviceCentre(in);
        in.next();
        return new StatusReportPdu(
                centre, in.next(), AddressField.decode(in), Scts.decode(in), Scts.decode(in), in.next());
    }

    /** The octets, service centre address first. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serviceCentre.ifPresentOrElse(centre -> centre.encodeServiceCentre(out), () -> out.write(0));
        out.write(FIRST);
        out.write(reference);
        recipient.encode(out);
        out.writeBytes(sentAt.octets());
        out.writeBytes(dischargedAt.octets());
        out.write(status);
        return out.toByteArray();
    }
}
