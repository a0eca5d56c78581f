package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.Readout;

/** Who must be called back, as rows of the queue. */
@Singleton
public class CallbackItems implements DeskItems {
    /** What keys of these rows begin with. */
    static final String PREFIX = "call-";

    private final CallbackBook book;

    /** Reads {@code book}. */
    @Inject
    public CallbackItems(CallbackBook book) {
        this.book = book;
    }

    @Override
    public List<QueueItem> after(CaseCursor cursor, int limit) {
        ItemPlace place = ItemPlace.after(cursor, PREFIX);
        return book.waiting(place.day(), place.id(), limit).stream()
                .map(CallbackItems::item)
                .toList();
    }

    private static QueueItem item(CallbackBook.Wish wish) {
        CaseCursor place = ItemPlace.of(wish.promisedFor(), PREFIX, wish.id());
        String title = wish.phone().masked() + (wish.asks() > 1 ? " ×" + wish.asks() : "");
        return wish.readout()
                .map(readout ->
                        new QueueItem(kind(readout), place, title, Optional.empty(), Optional.of(readout.ticket())))
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
