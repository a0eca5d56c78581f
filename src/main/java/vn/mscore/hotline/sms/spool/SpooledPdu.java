package vn.mscore.hotline.sms.spool;

import java.nio.charset.StandardCharsets;

/**
 * What a modem gave, as its line would have stored it.
 *
 * @param line name of the line
 * @param simIdentity IMSI, or the line's name: part of the dedupe key
 * @param hex as it came
 */
public record SpooledPdu(String line, String simIdentity, String hex) {
    private static final int FIELDS = 3;

    byte[] octets() {
        return String.join("\n", line, simIdentity, hex).getBytes(StandardCharsets.UTF_8);
    }

    static SpooledPdu of(byte[] octets) {
        String[] fields = new String(octets, StandardCharsets.UTF_8).split("\n", FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("no entry of the spool");
        }
        return new SpooledPdu(fields[0], fields[1], fields[2]);
    }

    /** The hex of a number or text stays out of logs. */
    @Override
    public String toString() {
        return "SpooledPdu[" + line + ", " + hex.length() + " characters]";
    }
}
