package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/** The queue of cases, what is due first first. Sealed cases are never in it. Needs a transaction. */
public interface CaseList {
    /** Most rows on a page. */
    int PAGE = 50;

    /** At most {@link #PAGE} rows after {@code cursor}; words find no case the viewer keeps off ({@link Impartial}), nor count it. */
    Page page(Viewer viewer, CaseFilter filter, CaseCursor cursor);

    /** The row of one case, empty when the viewer may not see it. */
    Optional<QueueItem> row(Viewer viewer, TicketNumber ticket);

    /** The first of a group that no other account has taken, that is none of {@code but}, and that the viewer does not keep off. */
    Optional<TicketNumber> free(Viewer viewer, CaseFilter.Group group, Set<TicketNumber> but);

    /** Which of these the viewer may see. */
    List<TicketNumber> there(Viewer viewer, List<TicketNumber> tickets);

    /** Most tickets that are asked for together. */
    int THERE = 200;

    /** How many cases each group would show under the same wishes, counted up to {@link #COUNTED}. */
    Map<CaseFilter.Group, Integer> counts(Viewer viewer, CaseFilter filter);

    /** Where counting stops: "999+" says enough. */
    int COUNTED = 1000;

    /**
     * Some rows and where to go on.
     *
     * @param next the cursor of the following page, empty on the last
     */
    record Page(List<QueueItem> items, Optional<CaseCursor> next) {}
}
