package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.UtcConverter;
import vn.mscore.hotline.privacy.BlindIndex;

/** Sliding windows in {@code citizen_limit}. Taking locks one row until the transaction ends, so counts are exact. */
@Singleton
public class SqlWindows {
    private final EntityManager database;
    private final BlindIndex index;

    /** Stores subjects as hashes of purpose LIMIT. */
    @Inject
    public SqlWindows(EntityManager database, BlindIndex index) {
        this.database = database;
        this.index = index;
    }

    /** A limit: its name, whom it limits, how many uses in how long. One name always goes with one window. */
    public record Limit(String name, String subject, int max, Duration window) {}

    /** Counts a use at {@code at}; when full, counts nothing and tells from when on there is room. */
    Optional<Instant> take(Limit limit, Instant at) {
        byte[] subject = subject(limit.subject());
        SlidingWindow window = SlidingWindow.read(lock(limit.name(), subject, at), at, limit.window());
        if (limit.max() == 0) {
            return Optional.of(Instant.MAX);
        }
        if (window.count() >= limit.max()) {
            return Optional.of(window.roomFor(limit.max(), limit.window()));
        }
        database.createNativeQuery("update citizen_limit set uses = ?, forget_at = greatest(forget_at, ?)"
                        + " where name = ? and subject = ?")
                .setParameter(1, window.with(at))
                .setParameter(2, UtcConverter.utc(at.plus(limit.window())))
                .setParameter(3, limit.name())
                .setParameter(4, subject)
                .executeUpdate();
        return Optional.empty();
    }

    private byte[] lock(String name, byte[] subject, Instant at) {
        // Not "insert ignore": that would take a shared lock first and two takers would then block each other for ever.
        database.createNativeQuery("insert into citizen_limit (name, subject, uses, forget_at) values (?, ?, '', ?)"
                        + " on duplicate key update name = name")
                .setParameter(1, name)
                .setParameter(2, subject)
                .setParameter(3, UtcConverter.utc(at))
                .executeUpdate();
        return (byte[])
                database.createNativeQuery("select uses from citizen_limit where name = ? and subject = ? for update")
                        .setParameter(1, name)
                        .setParameter(2, subject)
                        .getSingleResult();
    }

    /** Uses within the window before {@code at}. */
    int used(Limit limit, Instant at) {
        List<?> rows = database.createNativeQuery("select uses from citizen_limit where name = ? and subject = ?")
                .setParameter(1, limit.name())
                .setParameter(2, subject(limit.subject()))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(uses ->
                        SlidingWindow.read((byte[]) uses, at, limit.window()).count())
                .orElse(0);
    }

    /** Forgets rows whose windows have all passed at {@code at}; at most a thousand. */
    int forget(Instant at) {
        return database.createNativeQuery("delete from citizen_limit where forget_at < ? limit 1000")
                .setParameter(1, UtcConverter.utc(at))
                .executeUpdate();
    }

    private byte[] subject(String subject) {
        return index.of(BlindIndex.Purpose.LIMIT, subject);
    }
}
