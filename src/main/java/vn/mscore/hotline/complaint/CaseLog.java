package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The append-only, hash-chained history of a case. Needs a transaction; the caller has checked what may be seen. */
public interface CaseLog {
    /** All steps, oldest first. */
    List<Entry> of(TicketNumber ticket);

    /** What happened after a version: what a refused second write is shown. */
    List<Entry> since(TicketNumber ticket, int version);

    /** Recomputes the chains of all cases; empty when nothing was deleted, changed, reordered or cut off. */
    List<Broken> verify();

    /**
     * One step.
     *
     * @param actor {@code citizen}, {@code clock}, {@code gateway} or the login of a person
     * @param deed a code of {@link CaseCommand}, or what the citizen or the clock did
     * @param version of the case afterwards
     */
    record Entry(
            long id,
            Instant at,
            String actor,
            String deed,
            Optional<ComplaintStatus.State> from,
            ComplaintStatus.State to,
            Optional<UnitCode> fromUnit,
            Optional<UnitCode> toUnit,
            String note,
            int version) {}

    /** A case whose chain does not hold, and the first entry that does not fit (0: the end is missing). */
    record Broken(long complaint, long entry) {}
}
