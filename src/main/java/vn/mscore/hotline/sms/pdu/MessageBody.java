package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import vn.mscore.hotline.shared.Require;

/**
 * TP-DCS, TP-UDL and TP-UD (TS 23.040 9.2.3.10, .16, .24) read together.
 *
 * @param coding how it is coded
 * @param header its header, {@link Udh#NONE} when there is none
 * @param text the text of this part; hex for 8-bit and compressed data
 * @param oddities what was wrong and did not keep us from reading
 */
public record MessageBody(DataCoding coding, Udh header, String text, Set<Oddity> oddities) {
    private static final int MAX_OCTETS = 140;

    /** User data of the default alphabet. Refuses characters the alphabet lacks. */
    public static MessageBody gsm7(String text, Udh header) {
        Require.that(fitsGsm7(text), "text does not fit the GSM alphabet");
        return new MessageBody(DataCoding.GSM7, header, text, Set.of());
    }

    /** User data in UCS-2. */
    public static MessageBody ucs2(String text, Udh header) {
        return new MessageBody(DataCoding.UCS2, header, text, Set.of());
    }

    /** 8-bit user data. */
    public static MessageBody binary(byte[] data, Udh header) {
        return new MessageBody(DataCoding.BINARY, header, Octets.hex(data), Set.of());
    }

    /** The same with another TP-DCS, for instance class 0. The alphabet must stay the same. */
    public MessageBody withCoding(DataCoding other) {
        Require.that(other.alphabet() == coding.alphabet(), "another alphabet");
        return new MessageBody(other, header, text, oddities);
    }

    /** Whether every character is in the default alphabet or its extension table. */
    public static boolean fitsGsm7(String text) {
        return Alphabet.DEFAULT.covers(text);
    }

    /** Whether the text is text, not the hex of octets. */
    public boolean readable() {
        return coding.alphabet() != DataCoding.Alphabet.EIGHT_BIT && !coding.compressed();
    }

    /** Whether the part begins or ends inside a surrogate pair. */
    public boolean halfSurrogates() {
        return !text.isEmpty()
                && (Character.isLowSurrogate(text.charAt(0))
                        || Character.isHighSurrogate(text.charAt(text.length() - 1)));
    }

    static MessageBody decode(DataCoding coding, boolean withHeader, Octets in) {
        Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
        int length = in.next();
        boolean septets = septets(coding);
        byte[] octets = cut(in.rest(), septets ? (length * 7 + 7) / 8 : length, odd);
        Udh header = withHeader ? header(octets) : Udh.NONE;
        int skipped = withHeader ? 1 + (octets[0] & 0xFF) : 0;
        flag(coding, header, odd);
        String text = septets
                ? septets(octets, new int[] {skipped, length}, header, odd)
                : octets(coding, Arrays.copyOfRange(octets, skipped, octets.length), odd);
        return new MessageBody(coding, header, text, odd);
    }

    private static boolean septets(DataCoding coding) {
        return coding.alphabet() == DataCoding.Alphabet.GSM7 && !coding.compressed();
    }

    private static byte[] cut(byte[] octets, int needed, Set<Oddity> odd) {
        if (octets.length < needed) {
            odd.add(Oddity.USER_DATA_SHORT);
        }
        if (octets.length <= needed) {
            return octets;
        }
        odd.add(Oddity.USER_DATA_SURPLUS);
        return Arrays.copyOf(octets, needed);
    }

    static Udh header(byte[] octets) {
        if (octets.length == 0 || 1 + (octets[0] & 0xFF) > octets.length) {
            throw new PduException("user data header longer than the user data");
        }
        return Udh.decode(Arrays.copyOfRange(octets, 1, 1 + (octets[0] & 0xFF)));
    }

    private static void flag(DataCoding coding, Udh header, Set<Oddity> odd) {
        flag(coding.reserved(), Oddity.RESERVED_CODING, odd);
        flag(coding.compressed(), Oddity.COMPRESSED, odd);
        flag(header.malformed(), Oddity.HEADER_MALFORMED, odd);
        flag(header.concat().filter(c -> !c.possible()).isPresent(), Oddity.CONCAT_IMPOSSIBLE, odd);
        flag(!NationalTables.knows(header.lockingShift(), header.singleShift()), Oddity.UNKNOWN_LANGUAGE, odd);
    }

    private static void flag(boolean present, Oddity oddity, Set<Oddity> odd) {
        if (present) {
            odd.add(oddity);
        }
    }

    /** {@code bounds}: octets of the header, TP-UDL in septets. Text begins on a septet boundary counted from TP-UD's start. */
    private static String septets(byte[] octets, int[] bounds, Udh header, Set<Oddity> odd) {
        int skipped = (bounds[0] * 8 + 6) / 7;
        byte[] septets = Septets.unpack(octets, skipped * 7, bounds[1] - skipped);
        Alphabet.Reading reading = NationalTables.alphabet(header.lockingShift(), header.singleShift())
                .decode(septets);
        if (!reading.complete()) {
            odd.add(Oddity.UNKNOWN_CHARACTER);
        }
        return reading.text();
    }

    private static String octets(DataCoding coding, byte[] octets, Set<Oddity> odd) {
        boolean ucs2 = coding.alphabet() == DataCoding.Alphabet.UCS2 && !coding.compressed();
        return ucs2 ? Ucs2.decode(octets, odd) : Octets.hex(octets);
    }

    void encode(ByteArrayOutputStream out) {
        byte[] head = header.octets();
        byte[] septets = septets(coding) ? septets() : new byte[0];
        int headSeptets = (head.length * 8 + 6) / 7;
        byte[] body = septets(coding) ? Septets.pack(septets, headSeptets * 7 - head.length * 8) : octets();
        int length = septets(coding) ? headSeptets + septets.length : head.length + body.length;
        Require.that(head.length + body.length <= MAX_OCTETS, "user data longer than 140 octets");
        out.write(length);
        out.writeBytes(head);
        out.writeBytes(body);
    }

    private byte[] septets() {
        return NationalTables.alphabet(header.lockingShift(), header.singleShift())
                .encode(text)
                .orElseThrow(() -> new IllegalArgumentException("text does not fit the GSM alphabet"));
    }

    private byte[] octets() {
        return readable() || text.isEmpty() ? Ucs2.encode(text) : Octets.parse(text);
    }

    /** Without the text, which does not belong into logs. */
    @Override
    public String toString() {
        return "MessageBody[" + coding + ", " + text.length() + " characters, " + oddities + "]";
    }
}
