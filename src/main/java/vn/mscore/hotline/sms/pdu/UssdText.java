package vn.mscore.hotline.sms.pdu;

import java.util.Arrays;
import java.util.EnumSet;

/** USSD strings as modems hand them over (TS 23.038 clause 5, TS 27.007 7.15). */
public final class UssdText {
    private static final byte RETURN = '\r';

    private UssdText() {}

    /**
     * A code as packed septets in hex, for modems that take no plain text. Seven bits left over would be read as an
     * {@code @} and are filled with a CR; a CR that ends the text on the boundary is said twice (TS 23.038 6.1.2.3.1).
     */
    public static String packed(String code) {
        byte[] septets = septets(code);
        boolean fill = septets.length % 8 == 7;
        boolean twice = endsWithReturn(septets);
        return Octets.hex(Septets.pack(fill || twice ? withReturn(septets) : septets, 0));
    }

    private static byte[] withReturn(byte[] septets) {
        byte[] more = Arrays.copyOf(septets, septets.length + 1);
        more[septets.length] = RETURN;
        return more;
    }

    /** Whether a CR ends on the boundary of an octet. */
    private static boolean endsWithReturn(byte[] septets) {
        return septets.length > 0 && septets.length % 8 == 0 && septets[septets.length - 1] == RETURN;
    }

    private static byte[] septets(String code) {
        return Alphabet.DEFAULT.encode(code).orElseThrow(() -> new IllegalArgumentException("not in the GSM alphabet"));
    }

    /** Reads an answer: UCS-2 in hex when {@code coding} says so, septets in hex when {@code packed}, else as it stands. */
    public static String read(String answer, int coding, boolean packed) {
        if (answer.isEmpty() || answer.length() % 2 != 0 || !answer.matches("[0-9A-Fa-f]+")) {
            return answer;
        }
        byte[] octets = java.util.HexFormat.of().parseHex(answer);
        boolean ucs2 = (coding & 0xFC) == 0x48 || coding == 0x11;
        if (ucs2) {
            return Ucs2.decode(octets, EnumSet.noneOf(Oddity.class));
        }
        return packed ? unpacked(octets) : answer;
    }

    private static String unpacked(byte[] octets) {
        byte[] septets = Septets.unpack(octets, 0, octets.length * 8 / 7);
        int length = endsWithReturn(septets) ? septets.length - 1 : septets.length;
        return Alphabet.DEFAULT.decode(Arrays.copyOf(septets, length)).text();
    }
}
