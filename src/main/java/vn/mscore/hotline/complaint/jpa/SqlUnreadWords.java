package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.UnreadWords;
import vn.mscore.hotline.platform.Sql;

/** What the column {@code unread_due} of {@code complaint} keeps before the desk; {@link SqlUnread} writes it. */
@Singleton
public class SqlUnreadWords implements UnreadWords {
    private static final String WAITING = " from complaint c where c.secret = 0 and c.unread_due ";

    private final Sql sql;
    private final Seals seals;
    private final SqlCaseRows rows;

    /** Opens through {@code seals}. */
    @Inject
    SqlUnreadWords(Sql sql, Seals seals, SqlCaseRows rows) {
        this.sql = sql;
        this.seals = seals;
        this.rows = rows;
    }

    @Override
    public List<Item> after(LocalDate day, String ticket, int limit) {
        return sql.rows(
                "select c.*" + WAITING + ">= ? and (c.unread_due > ? or c.ticket > ?)"
                        + " order by c.unread_due, c.ticket limit ?",
                row -> new Item(rows.row(row), Vietnam.day(row, "unread_due").orElseThrow(), title(row.number("id"))),
                day,
                day,
                ticket,
                limit);
    }

    private String title(long complaint) {
        return sql.first(
                        "select id, words_sealed from complaint_words where complaint_id = ? and author = 'CITIZEN'"
                                + " order by id desc limit 1",
                        this::words,
                        complaint)
                .orElse("");
    }

    private String words(Sql.Row row) throws SQLException {
        return Shown.title(Shown.words(seals.words(row.number("id"), row.bytes("words_sealed"))));
    }

    @Override
    public int count(int limit) {
        return sql.count("select count(*) as n from (select 1" + WAITING + "is not null limit ?) as some", limit);
    }
}
