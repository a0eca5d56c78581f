package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * SMS-DELIVER (TS 23.040 9.2.2.1): a message that came in.
 *
 * @param serviceCentre the centre's address, when told
 * @param flags the first octet without TP-MTI and TP-UDHI: more messages (inverted, 0x04), loop (0x08), report (0x20),
 *     reply path (0x80)
 * @param sender TP-OA
 * @param protocol TP-PID
 * @param sentAt TP-SCTS
 * @param body coding, header and text
 */
public record DeliverPdu(
        Optional<AddressField> serviceCentre,
        int flags,
        AddressField sender,
        int protocol,
        Scts sentAt,
        MessageBody body) {
    private static final int NO_MORE = 0x04;
    private static final int HEADER = 0x40;
    private static final int OWN_FLAGS = 0xAC;

    /** A plain message, as a centre without address and more messages would deliver it. */
    public static DeliverPdu of(AddressField sender, Scts sentAt, MessageBody body) {
        return new DeliverPdu(Optional.empty(), NO_MORE, sender, 0, sentAt, body);
    }

    /** The same with another TP-PID. */
    public DeliverPdu withProtocol(int other) {
        return new DeliverPdu(serviceCentre, flags, sender, other, sentAt, body);
    }

    /** The same with the address of a service centre. */
    public DeliverPdu withServiceCentre(AddressField centre) {
        return new DeliverPdu(Optional.of(centre), flags, sender, protocol, sentAt, body);
    }

    /** Reads a PDU that begins with the service centre address. Throws {@link PduException} and nothing else. */
    public static DeliverPdu decode(byte[] pdu) {
        Pdu.expect(Pdu.Kind.DELIVER, pdu);
        Octets in = new Octets(pdu);
        Optional<AddressField> centre = AddressField.serviceCentre(in);
        int first = in.next();
        AddressField sender = AddressField.decode(in);
        int protocol = in.next();
        DataCoding coding = new DataCoding(in.next());
        Scts sentAt = Scts.decode(in);
        MessageBody body = MessageBody.decode(coding, (first & HEADER) != 0, in);
        return new DeliverPdu(centre, first & OWN_FLAGS, sender, protocol, sentAt, body);
    }

    /**
     * Whether no person wrote this: flash (class 0), silent, replacing, telematic and download messages (TP-PID,
     * 9.2.3.9), port-addressed ones (WAP push, vCard), voice-mail indications, and data.
     */
    public boolean fromMachine() {
        return fromMachine(protocol, body);
    }

    /** The same for a message that came another way than in a PDU of a modem. */
    public static boolean fromMachine(int protocol, MessageBody body) {
        return body.coding().messageClass().orElse(-1) == 0
                || machineProtocol(protocol)
                || body.coding().messageWaiting()
                || body.header().messageWaiting()
                || body.header().ports().isPresent()
                || !body.readable();
    }

    /** 0x38-0x3F (centre-specific, mobile station) stay with people: some centres mark every message so. */
    private static boolean machineProtocol(int protocol) {
        return within(protocol, 0x20, 0x37)
                || within(protocol, 0x40, 0x47)
                || protocol == 0x5F
                || within(protocol, 0x7C, 0x7F);
    }

    private static boolean within(int protocol, int first, int last) {
        return protocol >= first && protocol <= last;
    }

    /** The octets, service centre address first. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serviceCentre.ifPresentOrElse(centre -> centre.encodeServiceCentre(out), () -> out.write(0));
        out.write(flags | (body.header().elements().isEmpty() ? 0 : HEADER));
        sender.encode(out);
        out.write(protocol);
        out.write(body.coding().octet());
        out.writeBytes(sentAt.octets());
        body.encode(out);
        return out.toByteArray();
    }
}
