package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the clock is suddenly far ahead of the newest time that any node believed (P14). Whoever erases by age asks first: a
 * wrong clock must not erase what nobody can bring back. A machine that was off for so long is believed after three days of
 * running on; so is a clock that nobody puts right, as long as no other node believes an earlier time meanwhile.
 */
@Singleton
public class ClockLeap {
    /** A clock may be so far ahead of what was believed last: the longest holidays. */
    static final Duration FARTHEST = Duration.ofDays(10);

    /** So long a machine must run before a leap is believed. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** No gateway of this make ran before: a clock that says so was never set (security row 178). */
    public static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private static final Logger LOG = Logger.getLogger(ClockLeap.class.getName());

    private final Sql sql;
    private final InTransaction transactions;
    private final Clock clock;
    private final LongSupplier nanos;
    private Notice notice;
    private volatile boolean suspected;

    /** Measures patience by the machine's own count of nanoseconds, which no clock moves. */
    @Inject
    public ClockLeap(Sql sql, InTransaction transactions, Clock clock) {
        this(sql, transactions, clock, System::nanoTime);
    }

    ClockLeap(Sql sql, InTransaction transactions, Clock clock, LongSupplier nanos) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** When a leap was noticed, on the machine's count, and what was believed then. */
    private record Notice(Instant seen, long nanos) {}

    /** Looks at the clock and notes what it says, if it is believed; opens a transaction. */
    public synchronized boolean isSuspected() {
        suspected = transactions.call(this::look);
        return suspected;
    }

    /** What {@link #isSuspected} said when it was last asked; asks nobody. */
    public boolean wasSuspected() {
        return suspected;
    }

    private boolean look() {
        Instant now = clock.instant();
        if (now.isBefore(EARLIEST)) {
            return false;
        }
        Optional<Instant> seen =
                sql.first("select seen_at from platform_clock where id = 1 for update", row -> row.instant("seen_at"));
        if (seen.isPresent() && seen.get().plus(FARTHEST).isBefore(now) && !isOld(seen.get())) {
            return true;
        }
        notice = null;
        sql.update(
                "insert into platform_clock (id, seen_at) values (1, ?) on duplicate key update seen_at = values(seen_at)",
                now);
        return false;
    }

    /** Whether the leap away from {@code seen} was noticed three days of running ago. */
    private boolean isOld(Instant seen) {
        long at = nanos.getAsLong();
        if (notice == null || !notice.seen().equals(seen)) {
            notice = new Notice(seen, at);
            LOG.log(
                    Level.SEVERE,
                    "the clock is more than {0} days ahead of what was believed last: nothing is erased by age for {1} days",
                    new Object[] {FARTHEST.toDays(), PATIENCE.toDays()});
            return false;
        }
        return at - notice.nanos() >= PATIENCE.toNanos();
    }
}
