package vn.mscore.hotline.house;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.mscore.hotline.sms.simulator.AirOctets;

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

    private static final int HEADED = 0x40;

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
            int cost = wide ? 1 : AirOctets.septets(text.substring(i, i + 1)).length;
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
            byte[] packed = AirOctets.packed(characters, skip);
            System.arraycopy(header, 0, packed, 0, header.length);
            out.write(characters.length + skip);
            out.writeBytes(packed);
        } else {
            out.write(header.length + characters.length);
            out.writeBytes(octets());
        }
        return out.toByteArray();
    }

    /** A hidden number has no figures. */
    private static byte[] address(String sender) {
        return sender.isEmpty() ? new byte[] {0, (byte) 0x81} : AirOctets.address(sender);
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
