package vn.mscore.hotline.sms.modem;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line the modem sent by itself (TS 27.005 3.4.1, TS 27.007), with the PDU line that follows some of them.
 *
 * @param name what kind, for instance {@code +CMTI} or {@code RING}
 * @param value what stands behind the colon
 * @param pdu hex of the message for {@code +CMT} and {@code +CDS}, else empty
 */
record Unsolicited(String name, String value, String pdu) {
    private static final Set<String> NO_WORDS = Set.of("OK", "ERROR", "RING");
    private static final Set<String> WITH_PDU = Set.of("+CMT", "+CDS", "+CBM");
    private static final Set<String> ALWAYS = Set.of(
            "+CMTI", "+CMT", "+CDSI", "+CDS", "+CBM", "+CLIP", "+CRING", "+CUSD", "+CIEV", "+CTZV", "+CTZE", "+CGEV",
            "+CCWA", "+CSSU", "+CSSI");
    private static final Set<String> WORDS = Set.of(
            "RING",
            "NO CARRIER",
            "BUSY",
            "NO ANSWER",
            "RDY",
            "READY",
            "CALL READY",
            "SMS READY",
            "SMS DONE",
            "PB DONE",
            "VOICE CALL: BEGIN",
            "UNDER-VOLTAGE WARNNING",
            "OVER-VOLTAGE WARNNING",
            "NORMAL POWER DOWN");
    private static final Pattern ENDED = Pattern.compile("[^\"]*\".*\"\\s*(,\\s*\\d{1,3}\\s*)?", Pattern.DOTALL);

    /** In characters, twice what a network may say in UCS-2 written in hex. */
    private static final int LONGEST_TEXT = 1500;

    /** SIMCom's way to tell of it. */
    private static final Pattern SUMMER_TIME = Pattern.compile("DST: ?\\d");

    private static final Set<String> STARTED =
            Set.of("RDY", "CALL READY", "SMS READY", "SMS DONE", "^SYSSTART", "+CFUN");

    /**
     * Reads {@code line} if it cannot belong to the answer of {@code command}: the plus-names no command asks for, the
     * plus-name of another command, vendors' own lines, bare words; null when it may belong.
     */
    static Unsolicited of(String line, String command) {
        String word = line.toUpperCase(java.util.Locale.ROOT);
        if (WORDS.contains(word) || SUMMER_TIME.matcher(word).matches()) {
            return new Unsolicited(word, "", "");
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        if (!name.matches("[+^*$#%&][A-Z0-9_]+") || name.endsWith(" ERROR")) {
            return null;
        }
        boolean asked = command.startsWith("AT" + name) && !ALWAYS.contains(name);
        boolean plain = colon < 0 && name.startsWith("+");
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        return asked || plain ? null : new Unsolicited(name, value, "");
    }

    /** Without numbers and message. */
    @Override
    public String toString() {
        return "Unsolicited[%s, %d and %d characters]".formatted(name, value.length(), pdu.length());
    }

    boolean wantsPdu() {
        return WITH_PDU.contains(name) && pdu.isEmpty() || isOpen();
    }

    /** Whether the text of a USSD answer has not ended yet: the network breaks it into lines (TS 27.007 7.15). */
    private boolean isOpen() {
        return name.equals("+CUSD")
                && value.contains("\"")
                && !ENDED.matcher(value).matches();
    }

    /** Whether {@code line} belongs to the text of a USSD answer: neither the end of a command nor news of another kind. */
    boolean goesOn(String line) {
        boolean other = NO_WORDS.contains(line) || line.startsWith("+C");
        return isOpen() && !other && value.length() + line.length() < LONGEST_TEXT;
    }

    /** Whether the modem delivered in text mode: its header begins with the sender in quotes. */
    boolean textMode() {
        return name.equals("+CMT") && value.startsWith("\"") && !value.matches("\"[^\"]*\",\\s*\\d{1,3}");
    }

    /** Whether its PDU came, and as long as its header says. */
    boolean whole() {
        return !pdu.isEmpty() && PduHeader.of(value).fits(pdu);
    }

    Unsolicited with(String line) {
        return isOpen() ? new Unsolicited(name, value + "\n" + line, pdu) : new Unsolicited(name, value, line);
    }

    /** Whether the modem has just started again and forgot what it was told. Huawei says ^BOOT all the time. */
    boolean restarted() {
        return STARTED.contains(name) || (name.equals("+CPIN") && value.equals("READY"));
    }
}
