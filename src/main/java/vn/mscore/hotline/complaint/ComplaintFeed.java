package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Tickets for other programs of the offices, once a person has classified them: before that nobody knows whether naming
 * one would name an accuser (security R1). Those and items of the secret lane do not appear and leave no gap. Needs a
 * transaction.
 */
public interface ComplaintFeed {
    /** Tickets registered or moved after {@code cursor}, oldest change first, at most {@code limit}. */
    Page after(FeedCursor cursor, int limit);

    /**
     * Some tickets and where to go on.
     *
     * @param next the cursor after the last of {@code items}
     */
    record Page(List<Item> items, FeedCursor next) {}

    /**
     * A ticket without a word of the citizen and without his number; days, never hours.
     *
     * @param category as a person confirmed it
     */
    record Item(
            TicketNumber ticket,
            ComplaintKind kind,
            ComplaintStatus.State state,
            String category,
            Optional<UnitCode> unit,
            Optional<DossierCode> dossier,
            LocalDate registered,
            LocalDate due,
            Optional<LocalDate> routed,
            Optional<LocalDate> answered) {}
}
