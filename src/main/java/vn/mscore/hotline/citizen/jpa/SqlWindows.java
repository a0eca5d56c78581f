package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;

/** Sliding windows in {@code citizen_limit}. Taking locks one row until the transaction ends, so counts are exact. */
@Singleton
public class SqlWindows {
    private final Sql sql;
    private final BlindIndex index;

    /** Stores subjects as hashes of purpose LIMIT. */
    @Inject
    public SqlWindows(Sql sql, BlindIndex index) {
        this.sql = sql;
        this.index = index;
    }

    /** A limit: its name, whom it limits, how many uses in how long. One name always goes with one window. */
    public record Limit(String name, String subject, int max, Duration window) {}

    /** Counts a use at {@code at}; when full, counts nothing and tells from when on there is room. */
    Optional<Instant> take(Limit limit, Instant at) {
        byte[] subject = subject(limit.subject());
        if (limit.max() > 0 && isFirst(limit, subject, at)) {
            return Optional.empty();
        }
        SlidingWindow window = SlidingWindow.read(lock(limit.name(), subject, at), at, limit.window());
        if (limit.max() == 0) {
            return Optional.of(Instant.MAX);
        }
        if (window.count() >= limit.max()) {
            return Optional.of(window.roomFor(limit.max(), limit.window()));
        }
        sql.update(
                "update citizen_limit set uses = ?, forget_at = greatest(forget_at, ?) where name = ? and subject = ?",
                window.with(at),
                at.plus(limit.window()),
                limit.name(),
                subject);
        return Optional.empty();
    }

    /** Whether nothing was known of it, so that this use is written and counted with one statement. */
    private boolean isFirst(Limit limit, byte[] subject, Instant at) {
        byte[] use = SlidingWindow.read(new byte[0], at, limit.window()).with(at);
        // A row that is there and really changes counts as two.
        return sql.update(
                        "insert into citizen_limit (name, subject, uses, forget_at) values (?, ?, ?, ?)"
                                + " on duplicate key update forget_at = forget_at + interval 1 microsecond",
                        limit.name(),
                        subject,
                        use,
                        at.plus(limit.window()))
                == 1;
    }

    private byte[] lock(String name, byte[] subject, Instant at) {
        // Not "insert ignore": that would take a shared lock first and two takers would then block each other for ever.
        sql.update(
                "insert into citizen_limit (name, subject, uses, forget_at) values (?, ?, '', ?)"
                        + " on duplicate key update name = name",
                name,
                subject,
                at);
        return sql.first(
                        "select uses from citizen_limit where name = ? and subject = ? for update",
                        row -> row.bytes("uses"),
                        name,
                        subject)
                .orElseThrow();
    }

    /** Uses within the window before {@code at}. */
    int used(Limit limit, Instant at) {
        return sql.first(
                        "select uses from citizen_limit where name = ? and subject = ?",
                        row -> SlidingWindow.read(row.bytes("uses"), at, limit.window())
                                .count(),
                        limit.name(),
                        subject(limit.subject()))
                .orElse(0);
    }

    /** Forgets rows whose windows have all passed at {@code at}; at most a thousand. */
    int forget(Instant at) {
        return sql.update("delete from citizen_limit where forget_at < ? limit 1000", at);
    }

    private byte[] subject(String subject) {
        return index.of(BlindIndex.Purpose.LIMIT, subject);
    }
}
