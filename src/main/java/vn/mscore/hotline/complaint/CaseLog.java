package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * The append-only, hash-chained history of a case; {@link CaseLogCheck} checks it. Needs a transaction; the caller has
 * checked what may be seen.
 */
public interface CaseLog {
    /** The actor of what the citizen did. */
    String CITIZEN = "citizen";

    /** Stands in a note between what was and what is since. */
    String TO = " > ";

    /** All steps, oldest first. */
    List<Entry> of(TicketNumber ticket);

    /** What happened after a version: what a refused second write is shown. */
    List<Entry> since(TicketNumber ticket, int version);

    /**
     * One step.
     *
     * @param actor {@link #CITIZEN}, {@code clock}, {@code gateway} or the login of a person
     * @param deed a code of {@link CaseCommand}, or what the citizen or the clock did
     * @param note codes of what it changed, before and after {@link #TO}: kind and category, the office complained about, the
     *     day an extension began at and how many days it adds; where to and how many days of what is planned; else empty
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
}
