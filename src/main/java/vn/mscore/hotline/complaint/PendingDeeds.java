package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Decisions that wait for their undo window. Needs a transaction. */
public interface PendingDeeds {
    /** What waits for this case. */
    Optional<Pending> of(TicketNumber ticket);

    /** A decision not yet carried out: the screen counts down to {@code leavesAt}. */
    record Pending(CaseCommand command, Optional<UnitCode> unit, Instant leavesAt, String by) {}
}
