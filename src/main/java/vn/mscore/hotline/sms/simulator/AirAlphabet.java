package vn.mscore.hotline.sms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.shared.Require;

/**
 * The default alphabet as the network and its phones know it (3GPP TS 23.038 6.2.1). Kept apart from the gateway's own
 * codec on purpose: two ends that share one table agree on its mistakes.
 */
final class AirAlphabet {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int ESCAPE = 0x1B;

    private AirAlphabet() {}

    /** Whether every character has a place in the default alphabet or its extension. */
    static boolean fits(String text) {
        return text.chars().allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0));
    }

    /** Septets of a text that {@link #fits}; extended characters take two. */
    static byte[] septets(String text) {
        byte[] out = new byte[text.length() * 2];
        int length = 0;
        for (char c : text.toCharArray()) {
            int extended = EXTENDED.indexOf(c);
            if (extended >= 0) {
                out[length++] = ESCAPE;
                out[length++] = (byte) EXTENDED_CODES[extended];
            } else {
                out[length++] = (byte) BASIC.indexOf(c);
            }
        }
        return java.util.Arrays.copyOf(out, length);
    }

    /** The text of septets; an unknown extension shows the basic character, as phones do. */
    static String text(byte[] septets) {
        StringBuilder text = new StringBuilder();
        boolean escaped = false;
        for (byte septet : septets) {
            if (septet == ESCAPE && !escaped) {
                escaped = true;
                continue;
            }
            text.append(escaped ? extended(septet) : BASIC.charAt(septet));
            escaped = false;
        }
        return text.toString();
    }

    private static char extended(byte septet) {
        for (int i = 0; i < EXTENDED_CODES.length; i++) {
            if (EXTENDED_CODES[i] == septet) {
                return EXTENDED.charAt(i);
            }
        }
        return septet == ESCAPE ? ' ' : BASIC.charAt(septet);
    }

    /** Packs septets into octets, leaving {@code skip} septets free in front for a header. */
    static byte[] pack(byte[] septets, int skip) {
        byte[] out = new byte[((septets.length + skip) * 7 + 7) / 8];
        for (int i = 0; i < septets.length; i++) {
            int bit = (i + skip) * 7;
            int wide = (septets[i] & 0x7F) << (bit % 8);
            out[bit / 8] |= (byte) wide;
            if (wide > 0xFF) {
                out[bit / 8 + 1] |= (byte) (wide >> 8);
            }
        }
        return out;
    }

    /** Unpacks the septets {@code skip} to {@code count}; refuses octets that do not hold them. */
    static byte[] unpack(byte[] octets, int skip, int count) {
        Require.that(octets.length * 8 >= count * 7, "user data is shorter than its length says");
        byte[] out = new byte[Math.max(0, count - skip)];
        for (int i = skip; i < count; i++) {
            int bit = i * 7;
            int wide = octets[bit / 8] & 0xFF;
            if (bit / 8 + 1 < octets.length) {
                wide |= (octets[bit / 8 + 1] & 0xFF) << 8;
            }
            out[i - skip] = (byte) (wide >> (bit % 8) & 0x7F);
        }
        return out;
    }

    /** Cuts a text as a phone does: 160 septets or 70 UCS-2 units alone, 153 or 67 in each of several parts. */
    static List<String> split(String text) {
        boolean plain = fits(text);
        int whole = plain ? septets(text).length : text.length();
        if (whole <= (plain ? 160 : 70)) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = plain ? plainEnd(text, from) : wideEnd(text, from);
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    private static int plainEnd(String text, int from) {
        int used = 0;
        int to = from;
        while (to < text.length()) {
            used += EXTENDED.indexOf(text.charAt(to)) >= 0 ? 2 : 1;
            if (used > 153) {
                break;
            }
            to++;
        }
        return to;
    }

    private static int wideEnd(String text, int from) {
        int to = Math.min(from + 67, text.length());
        return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    /** User data octets of a part without its header. */
    static byte[] ucs2(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }
}
