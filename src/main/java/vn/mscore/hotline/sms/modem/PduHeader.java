package vn.mscore.hotline.sms.modem;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line above a PDU (TS 27.005 3.4.1, 3.4.2, 4.1). Its last field tells how long the PDU is, so that one that lost
 * octets on the wire is found out.
 *
 * @param length octets of the PDU without its service centre address; empty when the modem does not tell
 */
record PduHeader(OptionalInt length) {
    private static final Pattern LENGTH = Pattern.compile("(?:.*,)?\\s*(\\d{1,3})");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final int DIGITS = 2;

    /** Reads what stands behind the colon. */
    static PduHeader of(String fields) {
        Matcher last = LENGTH.matcher(fields.strip());
        return new PduHeader(last.matches() ? OptionalInt.of(Integer.parseInt(last.group(1))) : OptionalInt.empty());
    }

    /** Whether the modem says that there is nothing below. */
    boolean ofNothing() {
        return length.orElse(1) == 0;
    }

    /** Whether {@code line} is a PDU, and as long as this says. */
    boolean fits(String line) {
        return HEX.matcher(line).matches()
                && line.length() % DIGITS == 0
                && length.orElse(octets(line)) == octets(line);
    }

    private static int octets(String hex) {
        return hex.length() / DIGITS - 1 - Integer.parseInt(hex.substring(0, DIGITS), 16);
    }

    /** The line that fits; else the longest that may be what is left of it; empty when there is none. */
    String pdu(List<String> below) {
        String best = "";
        for (String line : below) {
            if (fits(line)) {
                return line;
            }
            best = line.length() > best.length() && HEX.matcher(line).matches() ? line : best;
        }
        return best;
    }
}
