package vn.mscore.hotline.console.workbench;

import java.util.List;
import vn.mscore.hotline.complaint.CaseCommand;

/**
 * A command that is offered in the list of what else can be done.
 *
 * @param fields names of its fields: text, kind, other, days, day
 */
public record DeedForm(CaseCommand command, List<String> fields) {
    /** The fields that {@code command} takes. */
    static DeedForm of(CaseCommand command) {
        return new DeedForm(command, fieldsOf(command));
    }

    private static List<String> fieldsOf(CaseCommand command) {
        return switch (command) {
            case SPLIT -> List.of("kind", "text");
            case LINK, UNLINK, CLUSTER, MERGE -> List.of("other");
            case EXTEND -> List.of("days", "text");
            case APOLOGIZE -> List.of("day", "text");
            case INFORM, HAND_BACK, REFUSE, PASS_OUTSIDE, WITHDRAW, REOPEN, SUMMARIZE, PAUSE, EXPLAIN ->
                List.of("text");
            default -> List.of();
        };
    }

    /** The key that opens it after {@code x}; empty for what has a place of its own on the page. */
    public String letter() {
        return switch (command) {
            case RELEASE -> "b";
            case INFORM -> "i";
            case HAND_BACK -> "h";
            case REFUSE -> "r";
            case PASS_OUTSIDE -> "n";
            case WITHDRAW -> "w";
            case CLOSE -> "e";
            case REOPEN -> "o";
            case SUMMARIZE -> "s";
            case SPLIT -> "t";
            case LINK -> "l";
            case CLUSTER -> "c";
            case UNCLUSTER -> "u";
            case PAUSE, RESUME -> "p";
            case EXTEND -> "d";
            case EXPLAIN -> "g";
            case APOLOGIZE -> "a";
            default -> "";
        };
    }

    /** Whether {@link #letter} opens it also without {@code x}. */
    public boolean isDirect() {
        return command == CaseCommand.CLOSE;
    }
}
