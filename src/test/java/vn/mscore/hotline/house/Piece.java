package vn.mscore.hotline.house;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One short message in the octets that it has on the air, made by hand: what the three kinds of lines are given of it.
 *
 * @param text what it says, for whoever hands on text instead of octets
 * @param characters one septet in each octet, or the octets of any other alphabet
 * @param coding TP-DCS, data_coding of SMPP
 * @param header user data header with its length octet, empty when there is none
 * @param protocol TP-PID
 */
record Piece(String text, byte[] characters, int coding, byte[] header, int protocol) {
    static final int WIDE = 0x08;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int ESCAPE = 0x1B;
    private static final int NAME = 0xD0;
    private static final int HEADED = 0x40;

    /** Whether the default alphabet and its extension hold every character (3GPP TS 23.038 6.2.1). */
    static boolean fitsSeptets(String text) {
        return text.chars().allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0));
    }

    static byte[] septets(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (char c : text.toCharArray()) {
            int extended = EXTENDED.indexOf(c);
            if (extended >= 0) {
                out.write(ESCAPE);
                out.write(EXTENDED_CODES[extended]);
            } else {
                out.write(BASIC.indexOf(c));
            }
        }
        return out.toByteArray();
    }

    /** UTF-16, halves of surrogate pairs as they are. */
    static byte[] units(String text) {
        byte[] out = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            out[2 * i] = (byte) (text.charAt(i) >> 8);
            out[2 * i + 1] = (byte) text.charAt(i);
        }
        return out;
    }

    /** {@code text} in pieces of at most {@code units} units, which are septets or UTF-16. */
    static List<String> cut(String text, int units, boolean wide) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int cost = !wide && EXTENDED.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
            if (used + cost > units) {
                pieces.add(text.substring(from, i));
                from = i;
                used = 0;
            }
            used += cost;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    boolean septets() {
        return (coding & 0x0C) == 0 && coding < 0xE0 || (coding & 0xF4) == 0xF0;
    }

    /** Header and characters as SMPP carries them: not packed. */
    byte[] octets() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        out.writeBytes(characters);
        return out.toByteArray();
    }

    /** An SMS-DELIVER (3GPP TS 23.040 9.2.2.1); {@code stamp} is TP-SCTS. */
    byte[] deliver(String sender, byte[] stamp) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x04 | (header.length > 0 ? HEADED : 0));
        out.writeBytes(address(sender));
        out.write(protocol);
        out.write(coding);
        out.writeBytes(stamp);
        if (septets()) {
            int skip = (header.length * 8 + 6) / 7;
            byte[] packed = packed(characters, skip);
            System.arraycopy(header, 0, packed, 0, header.length);
            out.write(characters.length + skip);
            out.writeBytes(packed);
        } else {
            out.write(header.length + characters.length);
            out.writeBytes(octets());
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] septets, int skip) {
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

    private static byte[] address(String sender) {
        String digits = sender.startsWith("+") ? sender.substring(1) : sender;
        if (digits.matches("[0-9]*")) {
            return joined(digits.length(), sender.startsWith("+") ? 0x91 : 0x81, bcd(digits));
        }
        byte[] septets = septets(sender);
        return joined((septets.length * 7 + 3) / 4, NAME, packed(septets, 0));
    }

    private static byte[] joined(int length, int type, byte[] octets) {
        byte[] out = new byte[octets.length + 2];
        out[0] = (byte) length;
        out[1] = (byte) type;
        System.arraycopy(octets, 0, out, 2, octets.length);
        return out;
    }

    private static byte[] bcd(String digits) {
        byte[] out = new byte[(digits.length() + 1) / 2];
        Arrays.fill(out, (byte) 0xF0);
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            out[i / 2] = (byte) (i % 2 == 0 ? out[i / 2] & 0xF0 | digit : out[i / 2] & 0x0F | digit << 4);
        }
        return out;
    }

    /** TP-SCTS (9.2.3.11). */
    static byte[] stamp(OffsetDateTime at) {
        int[] fields = {
            at.getYear() % 100,
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            at.getOffset().getTotalSeconds() / 900
        };
        byte[] out = new byte[fields.length];
        for (int i = 0; i < fields.length; i++) {
            out[i] = (byte) (fields[i] % 10 << 4 | fields[i] / 10);
        }
        return out;
    }

    /** The text behind the header of a submitted SMPP part. */
    static String submitted(byte[] octets, boolean headed, int coding) {
        byte[] rest = headed ? Arrays.copyOfRange(octets, 1 + octets[0], octets.length) : octets;
        return new String(rest, coding == WIDE ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }
}
