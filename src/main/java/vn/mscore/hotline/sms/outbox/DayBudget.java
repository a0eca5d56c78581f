package vn.mscore.hotline.sms.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.ToIntFunction;

/**
 * How many replies went to everybody today. Counted in memory, so that no row is fought for, and taken from the table
 * again every few seconds, so that other nodes and rolled back transactions are seen.
 */
final class DayBudget {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private Instant countedAt = Instant.EPOCH;
    private int used;

    DayBudget(Clock clock) {
        this.clock = clock;
    }

    /** Takes one of {@code limit}; {@code count} tells how many rows there are since an instant. */
    synchronized boolean take(int limit, ToIntFunction<Instant> count) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(VIETNAM).toLocalDate();
        if (!today.equals(day)
                || now.isBefore(countedAt)
                || countedAt.plus(TRUSTED).isBefore(now)) {
            used = count.applyAsInt(today.atStartOfDay(VIETNAM).toInstant());
            day = today;
            countedAt = now;
        }
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }
}
