package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** An operator confirms what a ticket is and sends it to an office. */
public interface AssignComplaint {
    /**
     * Classifies and routes; fires {@link ComplaintMoved}. A denunciation goes to the secret lane instead and is not routed.
     * Refusals: {@code complaint.unknown} (also for secret tickets), {@code complaint.closed}, {@code complaint.category},
     * {@code complaint.unit} (unknown office), {@code complaint.own-case} (the office would verify its own people).
     */
    Optional<Reason> assign(Assignment assignment);

    /** What the operator decided. */
    record Assignment(TicketNumber ticket, ComplaintKind kind, String category, UnitCode unit, String operator) {}
}
