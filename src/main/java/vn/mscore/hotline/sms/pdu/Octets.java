package vn.mscore.hotline.sms.pdu;

import java.util.Arrays;
import java.util.HexFormat;

/** A reader over the octets of one PDU that never runs over its end. */
final class Octets {
    /** SMSC address (12) and the longest TPDU, an SMS-SUBMIT of 164 (TS 23.040 9.2.2.2, TS 24.011 8.2.5). */
    static final int MAX = 176;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] octets;
    private int position;

    Octets(byte[] octets) {
        checkLength(octets.length);
        this.octets = octets;
    }

    private static void checkLength(int count) {
        if (count == 0) {
            throw new PduException("empty PDU");
        }
        if (count > MAX) {
            throw new PduException("PDU longer than " + MAX + " octets");
        }
    }

    static byte[] parse(String hex) {
        String digits = hex.strip();
        checkLength((digits.length() + 1) / 2);
        try {
            return HEX.parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new PduException("not an even number of hexadecimal digits");
        }
    }

    static String hex(byte[] octets) {
        return HEX.formatHex(octets);
    }

    int remaining() {
        return octets.length - position;
    }

    int next() {
        need(1);
        return octets[position++] & 0xFF;
    }

    byte[] next(int count) {
        need(count);
        position += count;
        return Arrays.copyOfRange(octets, position - count, position);
    }

    private void need(int count) {
        if (count > remaining()) {
            throw new PduException("PDU ends too early");
        }
    }

    byte[] rest() {
        return next(remaining());
    }
}
