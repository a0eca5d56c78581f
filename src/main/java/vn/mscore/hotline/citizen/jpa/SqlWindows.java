package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;

/**
 * Sliding windows in {@code citizen_limit}. Taking locks one row until the transaction ends, so counts are exact; only where
 * nothing was known of a subject that was foreseen, somebody else's first use may be joined to ours: one more than may be.
 */
@Singleton
public class SqlWindows {
    private static final List<String> TABLES = List.of("citizen_limit");
    private static final byte[] NONE = {};
    private static final Sql.Insert FIRST = new Sql.Insert(
            "citizen_limit",
            "insert into citizen_limit (name, subject, uses, forget_at) values ",
            "(?, ?, ?, ?)",
            " on duplicate key update uses = concat(uses, value(uses)), forget_at = greatest(forget_at, value(forget_at))");

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
        Optional<byte[]> foreseen = sql.foreseen(Uses.of(limit.name(), subject), byte[].class);
        if (limit.max() > 0 && foreseen.filter(uses -> uses.length == 0).isPresent()) {
            join(limit, subject, at);
            return Optional.empty();
        }
        if (limit.max() > 0 && foreseen.isEmpty() && isFirst(limit, subject, at)) {
            return Optional.empty();
        }
        byte[] uses = foreseen.orElseGet(() -> lock(limit.name(), subject, at));
        SlidingWindow window = SlidingWindow.read(uses, at, limit.window());
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

    /** The question for the uses of a subject, foreseen. */
    private record Uses(String name, ByteBuffer subject) {
        static Uses of(String name, byte[] subject) {
            return new Uses(name, ByteBuffer.wrap(subject));
        }
    }

    /** Locks and reads the rows there are of {@code subjects} at once, for the {@link #take} of each. */
    void foresee(String name, Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(List.of(name));
        for (String subject : subjects) {
            byte[] hash = subject(subject);
            parameters.add(hash);
            sql.foresee(TABLES, Uses.of(name, hash), NONE);
        }
        sql.rows(
                        "select subject, uses from citizen_limit where name = ? and subject in ("
                                + Sql.marks(subjects.size()) + ") for update",
                        row -> Map.entry(Uses.of(name, row.bytes("subject")), row.bytes("uses")),
                        parameters.toArray())
                .forEach(uses -> sql.foresee(TABLES, uses.getKey(), uses.getValue()));
    }

    /** Writes a first use with those of others later: by then somebody else's may be there. */
    private void join(Limit limit, byte[] subject, Instant at) {
        sql.later(FIRST, limit.name(), subject, use(limit, at), at.plus(limit.window()));
    }

    private static byte[] use(Limit limit, Instant at) {
        return SlidingWindow.read(NONE, at, limit.window()).with(at);
    }

    /** Whether nothing was known of it, so that this use is written and counted with one statement. */
    private boolean isFirst(Limit limit, byte[] subject, Instant at) {
        // A row that is there and really changes counts as two.
        return sql.update(
                        "insert into citizen_limit (name, subject, uses, forget_at) values (?, ?, ?, ?)"
                                + " on duplicate key update forget_at = forget_at + interval 1 microsecond",
                        limit.name(),
                        subject,
                        use(limit, at),
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

    /** The same, the row locked until the transaction ends. */
    int held(Limit limit, Instant at) {
        byte[] uses = lock(limit.name(), subject(limit.subject()), at);
        return SlidingWindow.read(uses, at, limit.window()).count();
    }

    /** Forgets rows whose windows have all passed at {@code at}; at most a thousand. */
    int forget(Instant at) {
        return sql.update("delete from citizen_limit where forget_at < ? limit 1000", at);
    }

    private byte[] subject(String subject) {
        return index.of(BlindIndex.Purpose.LIMIT, subject);
    }
}
