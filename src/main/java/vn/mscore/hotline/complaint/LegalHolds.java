package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Cases whose words must be kept although their time is over: a court, an inspection. A hold wins over every erasure. */
public interface LegalHolds {
    /**
     * Places a hold on a case, whether it is there or not: whoever places it must not learn that. Refusal
     * {@code hold.reason} (5 to 300 characters). Opens its own transaction, as the others here do.
     */
    Optional<Reason> place(TicketNumber ticket, String reason, String who);

    /** Lifts a hold; false when it does not stand. */
    boolean lift(long id, String who);

    /** The holds that stand. */
    List<Hold> standing();

    /** A hold. */
    record Hold(long id, TicketNumber ticket, String reason, String by, Instant at) {}
}
