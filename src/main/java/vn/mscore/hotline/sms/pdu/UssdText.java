package vn.mscore.hotline.sms.pdu;

import java.util.EnumSet;

/** USSD strings as modems hand them over (TS 23.038 clause 5, TS 27.007 7.15). */
public final class UssdText {
    private UssdText() {}

    /** A code as packed septets in hex, for modems that take no plain text. */
    public static String packed(String code) {
        return Octets.hex(Septets.pack(septets(code), 0));
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
        return packed
                ? Alphabet.DEFAULT
                        .decode(Septets.unpack(octets, 0, octets.length * 8 / 7))
                        .text()
                : answer;
    }
}
