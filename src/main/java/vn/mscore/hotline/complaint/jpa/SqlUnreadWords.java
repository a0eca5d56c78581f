package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.complaint.UnreadWords;
import vn.mscore.hotline.platform.Sql;

/** What the column {@code unread_due} of {@code complaint} keeps before the desk; {@link SqlUnread} writes it. */
@Singleton
public class SqlUnreadWords implements UnreadWords {
    private static final String WAITING =
            " from complaint c where c.secret = 0" + SqlUnread.ENDED + " and c.unread_due ";

    private final Sql sql;
    private final SqlCaseRows rows;

    /** Joined by CDI. */
    @Inject
    SqlUnreadWords(Sql sql, SqlCaseRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public List<Item> after(LocalDate day, String ticket, int limit) {
        return sql.rows(
                "select c.*" + WAITING + ">= ? and (c.unread_due > ? or c.ticket > ?)"
                        + " order by c.unread_due, c.ticket limit ?",
                row -> new Item(rows.row(row), Vietnam.day(row, "unread_due").orElseThrow()),
                day,
                day,
                ticket,
                limit);
    }

    @Override
    public int count(int limit) {
        return sql.count("select count(*) as n from (select 1" + WAITING + "is not null limit ?) as some", limit);
    }
}
