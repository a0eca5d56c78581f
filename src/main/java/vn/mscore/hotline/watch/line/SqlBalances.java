package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.platform.Sql;

/** What each SIM last said. Needs a transaction. */
@Singleton
public class SqlBalances {
    private final Sql sql;

    /** Works in the caller's transaction. */
    @Inject
    public SqlBalances(Sql sql) {
        this.sql = sql;
    }

    /** A row: when it was asked last, when an answer could be read last, and what it said. */
    record Kept(Instant asked, Optional<Instant> answered, BalanceAnswer.Found found) {}

    Optional<Kept> of(String line) {
        return sql.first(
                "select asked_at, answered_at, dong, expires_on from watch_balance where line = ?",
                SqlBalances::kept,
                line);
    }

    private static Kept kept(Sql.Row row) throws SQLException {
        return new Kept(
                row.instant("asked_at"),
                Optional.ofNullable(row.instant("answered_at")),
                new BalanceAnswer.Found(
                        row.maybeNumber("dong")
                                .map(n -> OptionalInt.of(n.intValue()))
                                .orElse(OptionalInt.empty()),
                        Optional.ofNullable(row.text("expires_on")).map(LocalDate::parse)));
    }

    /** It was asked and nothing could be read. */
    void unread(String line, Instant now) {
        sql.update(
                "insert into watch_balance (line, asked_at) values (?, ?) on duplicate key update asked_at = ?",
                line,
                now,
                now);
    }

    /** It answered. */
    void read(String line, Instant now, BalanceAnswer.Found found) {
        sql.update("delete from watch_balance where line = ?", line);
        sql.update(
                "insert into watch_balance (line, asked_at, answered_at, dong, expires_on) values (?, ?, ?, ?, ?)",
                line,
                now,
                now,
                found.dong().isPresent() ? found.dong().getAsInt() : null,
                found.expires().map(LocalDate::toString).orElse(null));
    }
}
