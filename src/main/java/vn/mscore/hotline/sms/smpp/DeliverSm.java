package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * A deliver_sm (SMPP 3.4 4.6.1) or a data_sm (4.7.1), as far as it matters here.
 *
 * @param sourceTon type of the sender's number: 1 international, 2 national, 5 a name
 * @param source the sender
 * @param esmClass what kind of message
 * @param protocol protocol_id, the TP-PID of GSM; a data_sm has none
 * @param coding data_coding
 * @param octets message_payload or short_message: both at a time break the standard, and the longer one is the text (security row 79)
 * @param parameters optional parameters by their tag
 */
record DeliverSm(
        int sourceTon,
        String source,
        int esmClass,
        int protocol,
        int coding,
        byte[] octets,
        Map<Integer, byte[]> parameters) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_TIME = 32;
    private static final int TYPE = 0x3C;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final Set<Integer> FROM_DEVICES = Set.of(0x08, 0x10, 0x18);
    private static final int HEADER = 0x40;

    /** Reads what {@link SmppPdu#kept()} keeps. */
    static DeliverSm read(byte[] kept) throws BadPdu {
        Fields in = new Fields(kept);
        if (SmppPdu.dataSm(kept)) {
            in.octets(SmppPdu.HEADER);
            return data(in);
        }
        return delivery(in);
    }

    private static DeliverSm data(Fields in) throws BadPdu {
        in.text(LONGEST_TIME);
        int ton = in.octet();
        in.octet();
        String source = in.text(LONGEST_ADDRESS);
        in.octets(2);
        in.text(LONGEST_ADDRESS);
        int esmClass = in.octet();
        in.octet();
        int coding = in.octet();
        Map<Integer, byte[]> parameters = in.parameters();
        byte[] octets = parameters.getOrDefault((int) Tag.MESSAGE_PAYLOAD.code(), new byte[0]);
        return new DeliverSm(ton, source, esmClass, 0, coding, octets, parameters);
    }

    private static DeliverSm delivery(Fields in) throws BadPdu {
        in.text(LONGEST_TIME);
        int ton = in.octet();
        in.octet();
        String source = in.text(LONGEST_ADDRESS);
        in.octets(2);
        in.text(LONGEST_ADDRESS);
        int esmClass = in.octet();
        int protocol = in.octet();
        in.octet();
        in.text(LONGEST_TIME);
        in.text(LONGEST_TIME);
        in.octets(2);
        int coding = in.octet();
        in.octet();
        byte[] message = in.octets(in.octet());
        Map<Integer, byte[]> parameters = in.parameters();
        byte[] payload = parameters.getOrDefault((int) Tag.MESSAGE_PAYLOAD.code(), message);
        byte[] octets = payload.length > message.length ? payload : message;
        return new DeliverSm(ton, source, esmClass, protocol, coding, octets, parameters);
    }

    /**
     * Whether it tells what became of a message of ours, at the end or on the way (5.2.12). Some centres forget the type: a
     * receipted_message_id with a message_state is theirs to write, and no sender can. An id alone may tell what a citizen
     * replies to.
     */
    boolean receipt() {
        int type = esmClass & TYPE;
        return type == RECEIPT
                || type == INTERMEDIATE
                || text(Tag.RECEIPTED_MESSAGE_ID).isPresent()
                        && number(Tag.MESSAGE_STATE).isPresent();
    }

    /** Whether a device acknowledges or ends a dialogue (5.2.12): no words of a person. */
    boolean fromDevice() {
        return FROM_DEVICES.contains(esmClass & TYPE);
    }

    /** Whether the text begins with a user data header. */
    boolean withHeader() {
        return (esmClass & HEADER) != 0;
    }

    /** An optional parameter that is a number of at most four octets. */
    Optional<Integer> number(Tag tag) {
        return Optional.ofNullable(parameters.get(tag.code() & 0xFFFF))
                .filter(octets -> octets.length >= 1 && octets.length <= 4)
                .map(DeliverSm::number);
    }

    private static int number(byte[] octets) {
        int number = 0;
        for (byte octet : octets) {
            number = number << 8 | octet & 0xFF;
        }
        return number;
    }

    /** An optional parameter that is a string, without the zero at its end. */
    Optional<String> text(Tag tag) {
        return Optional.ofNullable(parameters.get(tag.code() & 0xFFFF))
                .map(octets -> new String(octets, 0, end(octets), StandardCharsets.ISO_8859_1))
                .filter(text -> !text.isBlank());
    }

    private static int end(byte[] octets) {
        int end = octets.length;
        while (end > 0 && octets[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Whether an optional parameter is there. */
    boolean has(Tag tag) {
        return parameters.containsKey(tag.code() & 0xFFFF);
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "DeliverSm[esm_class %d, data_coding %d, %d octets]".formatted(esmClass, coding, octets.length);
    }
}
