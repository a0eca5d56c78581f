package vn.mscore.hotline.console.requests;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * A line of somebody's own data.
 *
 * @param state key of the words for what became of it
 * @param detail the same as it is stored, shown where there are no words
 */
@Vetoed
public record DataLine(String at, String kind, String text, String ticket, String state, String detail) {
    static DataLine of(TimelineLine line) {
        String ticket = line.ticket().map(TicketNumber::digits).orElse("");
        String kind = line.kind().name();
        return new DataLine(Shown.time(line.at()), kind, line.text(), ticket, state(line), line.detail());
    }

    private static String state(TimelineLine line) {
        return switch (line.kind()) {
            case CASE -> "state." + line.detail();
            case DOSSIER -> "dossier." + line.detail();
            default -> "line." + line.kind() + "." + line.detail();
        };
    }
}
