package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.UnreadWords;

/** What citizens added to answered, ended and merged cases, as rows of the queue until somebody says that he has read it. */
@Singleton
public class NewWordsItems implements DeskItems {
    /** What keys of these rows begin with. */
    static final String PREFIX = "words-";

    private static final long LAST_TICKET = 99_999_999;

    private final UnreadWords words;

    /** Reads {@code words}. */
    @Inject
    public NewWordsItems(UnreadWords words) {
        this.words = words;
    }

    @Override
    public List<QueueItem> after(Viewer viewer, CaseCursor cursor, int limit) {
        ItemPlace place = ItemPlace.after(cursor, PREFIX);
        String ticket = String.format("%08d", Math.max(0, Math.min(place.id(), LAST_TICKET)));
        return words.after(place.day(), ticket, limit).stream()
                .map(NewWordsItems::item)
                .toList();
    }

    /** The field, not the words: those are read on the page of the case, which knows who must keep off and covers numbers. */
    private static QueueItem item(UnreadWords.Item item) {
        long ticket = Long.parseLong(item.row().ticket().digits());
        CaseCursor place = ItemPlace.of(item.due(), PREFIX, ticket);
        return new QueueItem(QueueItem.Kind.NEW_WORDS, place, item.row().category(), Optional.of(item.row()));
    }

    @Override
    public int count(int limit) {
        return words.count(limit);
    }
}
