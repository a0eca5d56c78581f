package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers the rows of a table for readers with a cursor. A table takes part with the columns {@code id} and
 * {@code feed_no}; whoever changes a row sets {@code feed_no} to null and the row comes again at the end of the feed.
 */
@Singleton
public class SqlFeeds {
    private static final int AT_ONCE = 500;

    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    public SqlFeeds(Sql sql) {
        this.sql = sql;
    }

    /**
     * Gives places to rows that have none yet, at most 500; one caller at a time per table.
     *
     * @param table a constant of the calling room, never a value from outside
     * @param visible a constant condition for rows that may be read at all
     */
    public void number(String table, String visible) {
        sql.update("insert into platform_feed (name, last) values (?, 0) on duplicate key update name = name", table);
        long last = sql.first(
                        "select last from platform_feed where name = ? for update", row -> row.number("last"), table)
                .orElseThrow();
        // Rows still locked by their writers are not visible yet; they get their place at a later reading.
        List<Long> ids = sql.rows(
                "select id from " + table + " where feed_no is null and " + visible + " order by id limit " + AT_ONCE
                        + " for update skip locked",
                row -> row.number("id"));
        List<Object[]> places = new ArrayList<>();
        for (long id : ids) {
            places.add(new Object[] {++last, id});
        }
        sql.batch("update " + table + " set feed_no = ? where id = ?", places);
        sql.update("update platform_feed set last = ? where name = ?", last, table);
    }
}
