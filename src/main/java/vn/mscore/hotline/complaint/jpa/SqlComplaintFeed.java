package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.ComplaintFeed;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SqlFeeds;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The feed over the table {@code complaint}; what may be seen is decided in the query, nowhere else. */
@Singleton
public class SqlComplaintFeed implements ComplaintFeed {
    private static final String VISIBLE =
            "not secret and classified and kind in ('FEEDBACK', 'SUGGESTION', 'COMPLAINT')";

    private final Sql sql;
    private final SqlFeeds feeds;
    private final Seals seals;

    /** Numbers rows through {@code feeds}. */
    @Inject
    SqlComplaintFeed(Sql sql, SqlFeeds feeds, Seals seals) {
        this.sql = sql;
        this.feeds = feeds;
        this.seals = seals;
    }

    private record Placed(long place, Item item) {}

    @Override
    public Page after(FeedCursor cursor, int limit) {
        feeds.number("complaint", VISIBLE);
        List<Placed> rows = sql.rows(
                "select id, feed_no, ticket, kind, state, category, unit, registered_on, due, routed_on,"
                        + " answered_on, about_sealed as about from complaint where feed_no > ? and "
                        + VISIBLE + " order by feed_no limit ?",
                this::placed,
                cursor.place(),
                limit);
        FeedCursor next = rows.isEmpty()
                ? cursor
                : new FeedCursor(rows.get(rows.size() - 1).place());
        return new Page(rows.stream().map(Placed::item).toList(), next);
    }

    private Placed placed(Sql.Row row) throws SQLException {
        return new Placed(
                row.number("feed_no"),
                new Item(
                        new TicketNumber(row.text("ticket")),
                        ComplaintKind.valueOf(row.text("kind")),
                        ComplaintStatus.State.valueOf(row.text("state")),
                        row.text("category"),
                        Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                        seals.about(row.number("id"), row.bytes("about")),
                        Vietnam.day(row, "registered_on").orElseThrow(),
                        Vietnam.day(row, "due").orElseThrow(),
                        Vietnam.day(row, "routed_on"),
                        Vietnam.day(row, "answered_on")));
    }
}
