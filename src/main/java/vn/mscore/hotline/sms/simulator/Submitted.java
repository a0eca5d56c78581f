package vn.mscore.hotline.sms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import vn.mscore.hotline.shared.Require;

/**
 * A message part that a modem handed to the network: SMS-SUBMIT (3GPP TS 23.040 9.2.2.2), read by the network's own eyes.
 *
 * @param reference TP-MR
 * @param wantsReport TP-SRR
 * @param to destination as on the air, with plus sign when international
 * @param address TP-DA as octets, for the report
 * @param protocol TP-PID
 * @param coding TP-DCS
 * @param length TP-UDL
 * @param headed whether the user data begin with a header
 * @param octets TP-UD
 */
record Submitted(
        int reference,
        boolean wantsReport,
        String to,
        byte[] address,
        int protocol,
        int coding,
        int length,
        boolean headed,
        byte[] octets) {

    /** Reads a TPDU; refuses one that no network would take. */
    static Submitted read(byte[] tpdu) {
        try {
            return parse(tpdu);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the PDU ends too early", e);
        }
    }

    private static Submitted parse(byte[] tpdu) {
        int first = tpdu[0] & 0xFF;
        Require.that((first & 0x03) == 0x01, "not a submit");
        int digits = tpdu[2] & 0xFF;
        int addressEnd = 4 + (digits + 1) / 2;
        byte[] address = slice(tpdu, 2, addressEnd);
        int validity =
                switch (first >> 3 & 0x03) {
                    case 0 -> 0;
                    case 2 -> 1;
                    default -> 7;
                };
        int lengthAt = addressEnd + 2 + validity;
        int length = tpdu[lengthAt] & 0xFF;
        byte[] octets = slice(tpdu, lengthAt + 1, tpdu.length);
        Submitted submitted = new Submitted(
                tpdu[1] & 0xFF,
                (first & 0x20) != 0,
                number(address, digits),
                address,
                tpdu[addressEnd] & 0xFF,
                tpdu[addressEnd + 1] & 0xFF,
                length,
                (first & 0x40) != 0,
                octets);
        submitted.check();
        return submitted;
    }

    private static byte[] slice(byte[] octets, int from, int to) {
        Objects.checkFromToIndex(from, to, octets.length);
        return Arrays.copyOfRange(octets, from, to);
    }

    private void check() {
        int expected = alphabet() == PhoneMessage.Alphabet.GSM7 ? (length * 7 + 7) / 8 : length;
        Require.that(octets.length == expected && expected <= 140, "user data do not have the length they say");
        Require.that(to.length() >= 3, "no destination");
    }

    private static String number(byte[] address, int digits) {
        StringBuilder number = new StringBuilder((address[1] & 0x70) == 0x10 ? "+" : "");
        for (int i = 0; i < digits; i++) {
            int octet = address[2 + i / 2];
            number.append("0123456789*#abc?".charAt(i % 2 == 0 ? octet & 0x0F : octet >> 4 & 0x0F));
        }
        return number.toString();
    }

    /** The alphabet of TP-DCS (3GPP TS 23.038 4). */
    PhoneMessage.Alphabet alphabet() {
        int bits = coding >> 4 == 0x0F ? coding >> 2 & 0x01 : coding >> 2 & 0x03;
        return switch (bits) {
            case 0 -> PhoneMessage.Alphabet.GSM7;
            case 2 -> PhoneMessage.Alphabet.UCS2;
            default -> PhoneMessage.Alphabet.BINARY;
        };
    }

    private int headerLength() {
        return headed ? (octets[0] & 0xFF) + 1 : 0;
    }

    /** The text of this part as a phone shows it. */
    String text() {
        int header = headerLength();
        return switch (alphabet()) {
            case GSM7 -> AirAlphabet.text(AirAlphabet.unpack(octets, (header * 8 + 6) / 7, length));
            case UCS2 -> new String(octets, header, octets.length - header, StandardCharsets.UTF_16BE);
            case BINARY -> java.util.HexFormat.of().formatHex(octets, header, octets.length);
        };
    }

    /** Reference, total and number of a part (9.2.3.24.1 and .8); total is 1 for a message of one part. */
    int[] concatenation() {
        for (int at = 1; at + 1 < headerLength(); at += 2 + (octets[at + 1] & 0xFF)) {
            if (octets[at] == 0) {
                return new int[] {octets[at + 2] & 0xFF, octets[at + 3] & 0xFF, octets[at + 4] & 0xFF};
            }
            if (octets[at] == 8) {
                int reference = (octets[at + 2] & 0xFF) << 8 | octets[at + 3] & 0xFF;
                return new int[] {reference, octets[at + 4] & 0xFF, octets[at + 5] & 0xFF};
            }
        }
        return new int[] {0, 1, 1};
    }
}
