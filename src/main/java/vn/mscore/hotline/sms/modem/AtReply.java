package vn.mscore.hotline.sms.modem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The answer to one command.
 *
 * @param end how it ended
 * @param code number behind {@code +CMS ERROR} or {@code +CME ERROR}, -1 for none
 * @param lines what came before the end, unsolicited lines taken out
 */
record AtReply(End end, int code, List<String> lines) {
    private static final Pattern NUMBER = Pattern.compile("\\d{14,16}");
    private static final Pattern NEWS = Pattern.compile("[A-Z]{2,}: .*");

    /** The last line of an answer, or its absence. */
    enum End {
        /** {@code OK}. */
        OK,
        /** {@code ERROR} without a number. */
        ERROR,
        /** {@code +CMS ERROR} (TS 27.005 3.2.5). */
        CMS,
        /** {@code +CME ERROR} (TS 27.007 9.2). */
        CME,
        /** The prompt for a PDU. */
        PROMPT,
        /** Nothing in time. */
        SILENCE
    }

    /** Without what was answered. */
    @Override
    public String toString() {
        return "AtReply[%s, %d lines]".formatted(why(), lines.size());
    }

    boolean ok() {
        return end == End.OK;
    }

    boolean silent() {
        return end == End.SILENCE;
    }

    boolean failed(End kind, int number) {
        return end == kind && code == number;
    }

    /** What follows {@code prefix} on the first line that begins with it, for instance {@code +CSQ:}. */
    Optional<String> after(String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** The first line that is no news of the modem, for commands that answer with bare text; without quotes. */
    String text() {
        return bare().filter(line -> !NEWS.matcher(line).matches()).findFirst().orElse("");
    }

    /** The IMEI with its check digit or version, or the IMSI (TS 27.007 5.4, 5.6; TS 23.003): whatever else is said. */
    String number() {
        return bare().filter(line -> NUMBER.matcher(line).matches()).findFirst().orElse("");
    }

    private Stream<String> bare() {
        return lines.stream()
                .map(line ->
                        line.replaceAll("^\\+\\w+:\\s*", "").replace("\"", "").strip());
    }

    /** For logs and people. */
    String why() {
        return switch (end) {
            case CMS -> "+CMS ERROR " + code;
            case CME -> "+CME ERROR " + code;
            case SILENCE -> "no answer";
            default -> end.name();
        };
    }
}
