package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/** Whom the ladder told of which cases: what each has in front of him. */
public interface ToldUpward {
    /** The most rows. */
    int LISTED = 50;

    /**
     * Open cases of which {@code viewer} was told and whose step still runs, one row each with the newest rung, those he has not
     * looked at since first, else newest first; only cases he may see, never a sealed one. Leaders: what their own office or the ones it follows were told of. Operators:
     * what the council was told of, and what no office could be told of. Delegates: what the council was told of. Others:
     * nothing. Needs a transaction.
     */
    List<Told> of(Viewer viewer);

    /** {@code viewer} looks at a case: kept where he was told of it since his last look. Needs a transaction. */
    void look(Viewer viewer, TicketNumber ticket);

    /**
     * A case.
     *
     * @param category name of the field
     * @param unit short name of the office it is with, empty while with none
     * @param rung row of {@code complaint/escalation.tsv}
     * @param due last day of the step
     * @param overdue false while only a part of the time is used
     * @param lateDays working days, 0 when not late or just overdue
     * @param at when the rung was reached
     * @param unseen whether the viewer has not looked at the case since
     */
    record Told(
            TicketNumber ticket,
            String category,
            String unit,
            String rung,
            CaseClock.Step step,
            LocalDate due,
            boolean overdue,
            int lateDays,
            Instant at,
            boolean unseen) {}
}
