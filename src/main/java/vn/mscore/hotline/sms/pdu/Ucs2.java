package vn.mscore.hotline.sms.pdu;

import java.util.Set;

/** UCS-2 user data (TS 23.038 6.2.3), read as UTF-16 because phones send emoji as surrogate pairs, also split over parts. */
final class Ucs2 {
    private static final char MARK = '\uFEFF';
    private static final char SWAPPED_MARK = '\uFFFE';

    private Ucs2() {}

    /** Reads octets; half surrogates stay as they are, for whoever joins the parts. Tells oddities into {@code odd}. */
    static String decode(byte[] octets, Set<Oddity> odd) {
        if (octets.length % 2 != 0) {
            odd.add(Oddity.UCS2_ODD);
        }
        char[] text = units(octets);
        boolean marked = text.length > 0 && (text[0] == MARK || text[0] == SWAPPED_MARK);
        boolean swapped = marked ? text[0] == SWAPPED_MARK : looksSwapped(text);
        if (marked || swapped) {
            odd.add(Oddity.UCS2_BYTE_ORDER);
        }
        for (int i = 0; swapped && i < text.length; i++) {
            text[i] = Character.reverseBytes(text[i]);
        }
        return new String(text, marked ? 1 : 0, text.length - (marked ? 1 : 0));
    }

    private static char[] units(byte[] octets) {
        char[] units = new char[octets.length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) ((octets[2 * i] & 0xFF) << 8 | octets[2 * i + 1] & 0xFF);
        }
        return units;
    }

    /** Little-endian by mistake: most units would be printable ASCII when swapped, and none is ASCII as it stands. */
    private static boolean looksSwapped(char[] text) {
        int swapped = 0;
        boolean same = true;
        for (char c : text) {
            if (c < 0x100) {
                return false;
            }
            same &= c == text[0];
            swapped += (c & 0xFF) == 0 && c >>> 8 >= 0x20 && c >>> 8 < 0x7F ? 1 : 0;
        }
        return text.length >= 3 && !same && 2 * swapped > text.length;
    }

    static byte[] encode(String text) {
        byte[] octets = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            octets[2 * i] = (byte) (text.charAt(i) >> 8);
            octets[2 * i + 1] = (byte) text.charAt(i);
        }
        return octets;
    }
}
