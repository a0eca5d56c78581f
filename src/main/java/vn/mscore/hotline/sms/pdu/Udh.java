package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A user data header (TS 23.040 9.2.3.24). Elements with a wrong length are skipped, the last of a kind counts.
 *
 * @param elements in their order
 * @param malformed true when an element ran over the end or had a length its kind does not allow
 */
public record Udh(List<Element> elements, boolean malformed) {
    /** No header. */
    public static final Udh NONE = new Udh(List.of(), false);

    private static final int CONCAT_8 = 0x00;
    private static final int SPECIAL_MESSAGE = 0x01;
    private static final int PORTS_8 = 0x04;
    private static final int PORTS_16 = 0x05;
    private static final int CONCAT_16 = 0x08;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    /** One information element: its identifier and its octets in hex. */
    public record Element(int id, String hex) {
        int at(int index) {
            return Integer.parseInt(hex.substring(2 * index, 2 * index + 2), 16);
        }

        int length() {
            return hex.length() / 2;
        }

        void encode(ByteArrayOutputStream out) {
            out.write(id);
            out.write(length());
            for (int i = 0; i < length(); i++) {
                out.write(at(i));
            }
        }
    }

    /** Reference, its width in bits (8 or 16), number of parts and number of this part, as written. */
    public record Concat(int reference, int bits, int total, int number) {
        /** Whether it can be: both counts from 1, number not above total. */
        public boolean possible() {
            return total >= 1 && number >= 1 && number <= total;
        }
    }

    /** Application ports, 8 or 16 bits wide. */
    public record Ports(int destination, int source, int bits) {}

    /** The header of one part of a longer message. */
    public static Udh concat(Concat concat) {
        String counts = "%02X%02X".formatted(concat.total(), concat.number());
        Element element = concat.bits() == 16
                ? new Element(CONCAT_16, "%04X".formatted(concat.reference() & 0xFFFF) + counts)
                : new Element(CONCAT_8, "%02X".formatted(concat.reference() & 0xFF) + counts);
        return new Udh(List.of(element), false);
    }

    /** Reads the octets after the length octet. */
    static Udh decode(byte[] octets) {
        List<Element> elements = new ArrayList<>();
        boolean malformed = false;
        int i = 0;
        while (i < octets.length) {
            int end = i + 2 + (i + 1 < octets.length ? octets[i + 1] & 0xFF : 0);
            if (i + 1 >= octets.length || end > octets.length) {
                malformed = true;
                break;
            }
            Element element =
                    new Element(octets[i] & 0xFF, Octets.hex(java.util.Arrays.copyOfRange(octets, i + 2, end)));
            malformed |= !fits(element);
            elements.add(element);
            i = end;
        }
        return new Udh(List.copyOf(elements), malformed);
    }

    private static boolean fits(Element element) {
        return switch (element.id()) {
            case CONCAT_8 -> element.length() == 3;
            case CONCAT_16, PORTS_16 -> element.length() == 4;
            case PORTS_8 -> element.length() == 2;
            case SINGLE_SHIFT, LOCKING_SHIFT -> element.length() == 1;
            default -> true;
        };
    }

    private Optional<Element> last(int id) {
        return elements.stream().filter(e -> e.id() == id && fits(e)).reduce((first, second) -> second);
    }

    /** The concatenation as written, even an impossible one; the 16-bit form wins over the 8-bit one. */
    public Optional<Concat> concat() {
        Optional<Concat> wide = last(CONCAT_16).map(e -> new Concat(e.at(0) << 8 | e.at(1), 16, e.at(2), e.at(3)));
        return wide.or(() -> last(CONCAT_8).map(e -> new Concat(e.at(0), 8, e.at(1), e.at(2))));
    }

    /** Port addressing (9.2.3.24.3, .4): the message is for a program. */
    public Optional<Ports> ports() {
        Optional<Ports> wide = last(PORTS_16).map(e -> new Ports(e.at(0) << 8 | e.at(1), e.at(2) << 8 | e.at(3), 16));
        return wide.or(() -> last(PORTS_8).map(e -> new Ports(e.at(0), e.at(1), 8)));
    }

    /** Identifier of the national language behind the escape code (9.2.3.24.15). */
    public OptionalInt singleShift() {
        return last(SINGLE_SHIFT).map(e -> OptionalInt.of(e.at(0))).orElse(OptionalInt.empty());
    }

    /** Identifier of the national language of the whole text (9.2.3.24.16). */
    public OptionalInt lockingShift() {
        return last(LOCKING_SHIFT).map(e -> OptionalInt.of(e.at(0))).orElse(OptionalInt.empty());
    }

    /** Whether it announces waiting voice mail, fax or e-mail (9.2.3.24.2). */
    public boolean messageWaiting() {
        return elements.stream().anyMatch(e -> e.id() == SPECIAL_MESSAGE);
    }

    /** The header with its length octet; nothing when there is none. */
    byte[] octets() {
        int length = elements.stream().mapToInt(element -> 2 + element.length()).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (length > 0) {
            out.write(length);
            elements.forEach(element -> element.encode(out));
        }
        return out.toByteArray();
    }
}
