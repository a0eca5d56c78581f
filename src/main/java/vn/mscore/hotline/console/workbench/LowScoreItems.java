package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.score.LowScores;

/** Bad marks as rows of the queue: somebody should look at one within two days. */
@Singleton
public class LowScoreItems implements DeskItems {
    /** What keys of these rows begin with. */
    static final String PREFIX = "mark-";

    private static final int DAYS = 2;

    private final LowScores scores;
    private final Triage triage;

    /** Comments that {@code triage} takes for something sealed are not shown. */
    @Inject
    public LowScoreItems(LowScores scores, Triage triage) {
        this.scores = scores;
        this.triage = triage;
    }

    @Override
    public List<QueueItem> after(CaseCursor cursor, int limit) {
        ItemPlace place = ItemPlace.after(cursor, PREFIX);
        return scores.waiting(place.day().minusDays(DAYS), place.id(), limit).stream()
                .map(this::item)
                .toList();
    }

    private QueueItem item(LowScores.Mark mark) {
        CaseCursor place = ItemPlace.of(mark.on().plusDays(DAYS), PREFIX, mark.id());
        String comment = mark.comment()
                .filter(words -> !triage.suggest(words).secret())
                .map(words -> " · " + Shown.words(words))
                .orElse("");
        String title = mark.points() + "/" + mark.scale() + " · " + mark.unit().full() + comment;
        return new QueueItem(QueueItem.Kind.LOW_SCORE, place, Shown.title(title), Optional.empty());
    }

    @Override
    public int count(int limit) {
        return scores.count(limit);
    }
}
