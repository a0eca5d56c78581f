package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;

/** The probes of each line by day. Needs a transaction. */
@Singleton
public class SqlProbes {
    private static final int LATEST = 3;

    private final Sql sql;

    /** Works in the caller's transaction. */
    @Inject
    public SqlProbes(Sql sql) {
        this.sql = sql;
    }

    /** A probe on its way or back. */
    record Sent(Instant at, Optional<Instant> back) {}

    /** Whether the line was not probed that day before; it is now. */
    boolean begin(ProbeToken token, Instant now) {
        return !sql.exists(
                        "select 1 from watch_probe where line = ? and day = ?",
                        token.line(),
                        token.day().toString())
                && sql.insertNew(
                        "insert into watch_probe (line, day, sent_at) values (?, ?, ?)",
                        token.line(),
                        token.day().toString(),
                        now);
    }

    /** Whether the probe of that day, sent before {@code overdue} and not back, is to go once more; it stays overdue. */
    boolean repeat(ProbeToken token, Instant overdue) {
        return sql.update(
                        "update watch_probe set tries = tries + 1 where line = ? and day = ? and back_at is null"
                                + " and tries = 1 and sent_at <= ?",
                        token.line(),
                        token.day().toString(),
                        overdue)
                > 0;
    }

    /** It came back; the first time counts. */
    void back(ProbeToken token, Instant now) {
        sql.update(
                "update watch_probe set back_at = ? where line = ? and day = ? and back_at is null",
                now,
                token.line(),
                token.day().toString());
    }

    /** The last three, the newest first. */
    List<Sent> latest(String line) {
        return sql.rows(
                "select sent_at, back_at from watch_probe where line = ? order by day desc limit " + LATEST,
                SqlProbes::sent,
                line);
    }

    private static Sent sent(Sql.Row row) throws SQLException {
        return new Sent(row.instant("sent_at"), Optional.ofNullable(row.instant("back_at")));
    }

    /** Forgets what is older than {@code day}. */
    int forget(LocalDate day) {
        return sql.update("delete from watch_probe where day < ?", day.toString());
    }
}
