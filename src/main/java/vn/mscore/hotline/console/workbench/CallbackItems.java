package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.Readout;

/**
 * Who must be called back, as rows of the queue. Of who is read something about a case that the reader keeps off, as of that
 * case itself, the row tells nothing but that a colleague calls.
 */
@Singleton
public class CallbackItems implements DeskItems {
    /** What keys of these rows begin with. */
    static final String PREFIX = "call-";

    private final CallbackBook book;
    private final Impartial impartial;

    /** Reads {@code book}, shows what {@code impartial} lets this reader see. */
    @Inject
    public CallbackItems(CallbackBook book, Impartial impartial) {
        this.book = book;
        this.impartial = impartial;
    }

    @Override
    public List<QueueItem> after(Viewer viewer, CaseCursor cursor, int limit) {
        ItemPlace place = ItemPlace.after(cursor, PREFIX);
        Predicate<TicketNumber> offLimits = impartial.offLimits(viewer);
        return book.waiting(place.day(), place.id(), limit).stream()
                .map(wish -> item(wish, offLimits))
                .toList();
    }

    private static QueueItem item(CallbackBook.Wish wish, Predicate<TicketNumber> offLimits) {
        CaseCursor place = ItemPlace.of(wish.promisedFor(), PREFIX, wish.id());
        String title = wish.phone().masked() + (wish.asks() > 1 ? " ×" + wish.asks() : "");
        return wish.readout()
                .map(readout -> offLimits.test(readout.ticket())
                        ? new QueueItem(kind(readout), place, Shown.WITHHELD, Optional.empty())
                        : new QueueItem(kind(readout), place, title, Optional.empty(), Optional.of(readout.ticket())))
                .orElseGet(() -> new QueueItem(QueueItem.Kind.CALLBACK, place, title, Optional.empty()));
    }

    private static QueueItem.Kind kind(Readout readout) {
        return switch (readout.kind()) {
            case ANSWER -> QueueItem.Kind.READ_ANSWER;
            case WHETHER_DONE -> QueueItem.Kind.ASK_WHETHER_DONE;
        };
    }

    @Override
    public int count(int limit) {
        return book.count(limit);
    }
}
