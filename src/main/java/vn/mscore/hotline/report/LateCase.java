package vn.mscore.hotline.report;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.LateReasons;

/**
 * A case past its day: with whom, at which step, for how many working days, and why.
 *
 * @param step the clock that runs or stands, due first; empty when none does
 */
public record LateCase(
        String ticket,
        String category,
        String unit,
        ComplaintStatus.State state,
        Optional<CaseClock.Step> step,
        LocalDate due,
        int lateDays,
        LateReasons.Why why) {
    /** The same, with the reason. */
    public LateCase because(LateReasons.Why reason) {
        return new LateCase(ticket, category, unit, state, step, due, lateDays, reason);
    }
}
