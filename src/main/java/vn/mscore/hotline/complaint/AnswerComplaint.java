package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** An office answers a ticket. */
public interface AnswerComplaint {
    /**
     * Keeps the answer, sealed, and asks the citizen whether it satisfies; fires {@link ComplaintMoved}. Refusals:
     * {@code complaint.unknown} (also for secret tickets), {@code complaint.not-routed}.
     */
    Optional<Reason> answer(TicketNumber ticket, String text, String operator);
}
