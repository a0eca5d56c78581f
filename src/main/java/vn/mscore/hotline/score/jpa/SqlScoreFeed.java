package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SqlFeeds;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.ScoreFeed;
import vn.mscore.hotline.shared.UnitCode;

/** The feed of marks over the table {@code score}. */
@Singleton
public class SqlScoreFeed implements ScoreFeed {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int KEY_BYTES = 8;

    private final Sql sql;
    private final SqlFeeds feeds;
    private final BlindIndex index;

    /** Numbers rows through {@code feeds}. */
    @Inject
    public SqlScoreFeed(Sql sql, SqlFeeds feeds, BlindIndex index) {
        this.sql = sql;
        this.feeds = feeds;
        this.index = index;
    }

    private record Placed(long place, Item item) {}

    @Override
    public Page after(FeedCursor cursor, int limit) {
        feeds.number("score", "true");
        List<Placed> rows = sql.rows(
                "select * from score where feed_no > ? order by feed_no limit ?", this::placed, cursor.place(), limit);
        FeedCursor next = rows.isEmpty()
                ? cursor
                : new FeedCursor(rows.get(rows.size() - 1).place());
        return new Page(rows.stream().map(Placed::item).toList(), next);
    }

    private Placed placed(Sql.Row row) throws SQLException {
        return new Placed(
                row.number("feed_no"),
                new Item(
                        key(row.number("id")),
                        new UnitCode(row.text("unit")),
                        row.text("field"),
                        (int) row.number("points"),
                        (int) row.number("scale"),
                        row.maybeNumber("reason").map(Long::intValue),
                        RecordScore.Channel.valueOf(row.text("channel")),
                        row.flag("in_progress"),
                        row.columns().getDouble("weight"),
                        LocalDate.ofInstant(row.instant("changed_at"), VIETNAM)));
    }

    /** Row ids count milliseconds, and the minute of a mark may name the marker: readers get a hash. */
    private String key(long id) {
        return HexFormat.of().formatHex(index.of(BlindIndex.Purpose.LIMIT, "score|" + id), 0, KEY_BYTES);
    }
}
