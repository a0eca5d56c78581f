package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Tickets for other programs of the offices: what may be known before and after a person looked at them. Items of the
 * secret lane and words that nobody has classified do not appear and leave no gap. Needs a transaction.
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
     * @param classified whether a person confirmed kind and category; until then the category is a suggestion
     * @param dossier only once classified: before that nobody knows whether naming it would name an accuser
     */
    record Item(
            TicketNumber ticket,
            ComplaintKind kind,
            ComplaintStatus.State state,
            boolean classified,
            String category,
            Optional<UnitCode> unit,
            Optional<DossierCode> dossier,
            LocalDate registered,
            LocalDate due,
            Optional<LocalDate> routed,
            Optional<LocalDate> answered) {}
}
