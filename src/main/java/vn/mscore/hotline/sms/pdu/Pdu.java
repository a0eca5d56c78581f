package vn.mscore.hotline.sms.pdu;

/** What any PDU tells before it is read: its hex, its kind and the length that {@code AT+CMGS} wants. */
public final class Pdu {
    /** The most octets a PDU with its service centre address can have. */
    public static final int MAX_OCTETS = Octets.MAX;

    private Pdu() {}

    /** TP-MTI (TS 23.040 9.2.3.1) as a mobile station receives it; SUBMIT is found in storages only. */
    public enum Kind {
        /** SMS-DELIVER. */
        DELIVER,
        /** SMS-SUBMIT. */
        SUBMIT,
        /** SMS-STATUS-REPORT. */
        STATUS_REPORT
    }

    /** The octets of a hex line; refuses odd length, other characters, nothing, and more than 176 octets. */
    public static byte[] octets(String hex) {
        return Octets.parse(hex);
    }

    /** Upper-case hex. */
    public static String hex(byte[] octets) {
        return Octets.hex(octets);
    }

    /** The kind of a PDU that begins with its service centre address. */
    public static Kind kind(byte[] pdu) {
        Octets in = new Octets(pdu);
        AddressField.serviceCentre(in);
        return switch (in.next() & 0x03) {
            case 0 -> Kind.DELIVER;
            case 1 -> Kind.SUBMIT;
            case 2 -> Kind.STATUS_REPORT;
            default -> throw new PduException("reserved message type 3");
        };
    }

    /** Octets without the service centre address: the length argument of {@code AT+CMGS} (TS 27.005 3.5.1). */
    public static int tpduLength(byte[] pdu) {
        return pdu.length - 1 - (pdu[0] & 0xFF);
    }

    static void expect(Kind kind, byte[] pdu) {
        if (kind(pdu) != kind) {
            throw new PduException("not an SMS-" + kind);
        }
    }
}
