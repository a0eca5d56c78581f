package vn.mscore.hotline.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.shared.UnitCode;

/** Marks for other programs: figures only. Needs a transaction. */
public interface ScoreFeed {
    /** Marks given or changed after {@code cursor}, oldest change first, at most {@code limit}. */
    Page after(FeedCursor cursor, int limit);

    /**
     * Some marks and where to go on.
     *
     * @param next the cursor after the last of {@code items}
     */
    record Page(List<Item> items, FeedCursor next) {}

    /**
     * A mark. Neither number nor dossier nor comment: the offices that are marked read this, and a dossier would name the
     * marker, who was promised secrecy (ND 61/2018 art. 27.3). The reason "asked for money" belongs to the secret lane and
     * shows as none.
     *
     * @param key stays the same when the mark is replaced
     * @param unit the office that received the dossier
     * @param on the day of the last change
     * @param weight in published means: 1.0 registered phone, 0.5 PIN, 0 neither; 0 while in progress
     */
    record Item(
            String key,
            UnitCode unit,
            String field,
            int points,
            int scale,
            Optional<Integer> reason,
            RecordScore.Channel channel,
            boolean inProgress,
            double weight,
            LocalDate on) {}
}
