package vn.mscore.hotline.sms.modem;

import java.util.List;
import java.util.Optional;

/**
 * The answer to one command.
 *
 * @param end how it ended
 * @param code number behind {@code +CMS ERROR} or {@code +CME ERROR}, -1 for none
 * @param lines what came before the end, unsolicited lines taken out
 */
record AtReply(End end, int code, List<String> lines) {
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

    /** The first line, for commands that answer with bare text; without quotes. */
    String text() {
        return lines.isEmpty()
                ? ""
                : lines.get(0).replaceAll("^\\+\\w+:\\s*", "").replace("\"", "");
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
