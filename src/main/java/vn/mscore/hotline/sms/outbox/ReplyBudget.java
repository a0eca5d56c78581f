package vn.mscore.hotline.sms.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many replies may go to everybody: so many in an hour, the rest waits for a later one, and so many in a Vietnamese
 * day, the rest is not sent. Counted in memory, so that no row is fought for, and taken from the table again every few
 * seconds, so that other nodes and rolled back transactions are seen.
 */
final class ReplyBudget {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Clock clock;
    private final int perHour;
    private final Used day = new Used();
    private final Used hour = new Used();
    private final TreeMap<Instant, Integer> booked = new TreeMap<>();
    private Instant recalledAt = Instant.EPOCH;

    /** PORT: the table. */
    interface Rows {
        /** How many replies were created since {@code start}. */
        int since(Instant start);

        /** When each reply leaves that was put off to {@code hour} or a later one. */
        List<Instant> waiting(Instant hour);
    }

    /** An {@code perHour} of {@link Integer#MAX_VALUE} is no limit. */
    ReplyBudget(Clock clock, int perHour) {
        this.clock = clock;
        this.perHour = perHour;
    }

    /**
     * Replies since the beginning of a span of time. What was taken since the last look and is in no row yet is in the hand
     * of a transaction: it stays counted, so that a look never lets more leave than may; were it rolled back, the next look
     * but one knows.
     */
    private static final class Used {
        private Instant start = Instant.MIN;
        private Instant countedAt = Instant.EPOCH;
        private int count;
        private int taken;

        private void look(Instant now, Instant begin, Rows rows) {
            if (!begin.equals(start) || isStale(countedAt, now)) {
                count = rows.since(begin) + inHand(now, begin, rows);
                start = begin;
                countedAt = now;
                taken = 0;
            }
        }

        private int inHand(Instant now, Instant begin, Rows rows) {
            boolean comparable = taken > 0 && begin.equals(start) && !now.isBefore(countedAt);
            return comparable ? Math.max(0, taken - rows.since(countedAt)) : 0;
        }

        private void take() {
            count++;
            taken++;
        }
    }

    private static boolean isStale(Instant counted, Instant now) {
        return now.isBefore(counted) || counted.plus(TRUSTED).isBefore(now);
    }

    /**
     * Takes one of {@code perDay}. Tells when it may leave, {@code asked} or at the beginning of an hour before {@code
     * worthless}; empty when it may not be sent at all. It reckons by a clock of its own: the time of whoever asks is that
     * of his thread, and one that runs behind the others would have it count anew without what they have in hand.
     */
    synchronized Optional<Instant> take(Instant asked, int perDay, Instant worthless, Rows rows) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(VIETNAM).toLocalDate();
        day.look(now, today.atStartOfDay(VIETNAM).toInstant(), rows);
        if (day.count >= perDay) {
            return Optional.empty();
        }
        Optional<Instant> leaves = perHour == Integer.MAX_VALUE ? Optional.of(now) : hour(now, worthless, rows);
        leaves.ifPresent(at -> day.take());
        return leaves.map(at -> at.equals(now) ? asked : at);
    }

    private Optional<Instant> hour(Instant now, Instant worthless, Rows rows) {
        Instant start = now.truncatedTo(ChronoUnit.HOURS);
        hour.look(now, start, rows);
        recall(now, start, rows);
        if (hour.count + booked.getOrDefault(start, 0) < perHour) {
            hour.take();
            return Optional.of(now);
        }
        for (Instant later = start.plus(1, ChronoUnit.HOURS);
                later.isBefore(worthless);
                later = later.plus(1, ChronoUnit.HOURS)) {
            if (booked.getOrDefault(later, 0) < perHour) {
                booked.merge(later, 1, Integer::sum);
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    /** What was put off before a restart, or by another node, has its hour; what was rolled back has none. */
    private void recall(Instant now, Instant hour, Rows rows) {
        if (isStale(recalledAt, now)) {
            booked.clear();
            rows.waiting(hour).forEach(at -> booked.merge(at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum));
            recalledAt = now;
        }
    }
}
