package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.sms.SmsLine;

/**
 * Since when nothing has come in by each line, in office hours of the nation: a night, a weekend and Tết are silent
 * anyway. Looks at the counters, not at the mail; after a start the tables tell of before.
 */
@Singleton
public class SilenceWatch {
    private static final Duration TRUSTED = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final LineCounts counts;
    private final LineDays days;
    private final WorkCalendars calendars;
    private final InTransaction transactions;
    private final Clock clock;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    /** Joined by CDI. */
    @Inject
    public SilenceWatch(
            LineCounts counts, LineDays days, WorkCalendars calendars, InTransaction transactions, Clock clock) {
        this.counts = counts;
        this.days = days;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Heard(long received, Instant at, Instant looked) {}

    /**
     * Office minutes since something came in by {@code line}, or since the start when nothing ever did. From
     * {@code limit} of them on the tables are asked too: another node may have taken something in.
     */
    long minutes(SmsLine line, long limit) {
        Instant now = clock.instant();
        long received = received(line.name());
        Heard last = heard.compute(line.name(), (name, before) -> {
            if (before == null) {
                return new Heard(received, received > 0 ? now : before(name, now), now);
            }
            return before.received() == received ? doubted(name, before, limit, now) : new Heard(received, now, now);
        });
        return minutes(last.at(), now);
    }

    private long minutes(Instant from, Instant now) {
        return calendars.national().workingMinutesBetween(from, now);
    }

    private Heard doubted(String line, Heard last, long limit, Instant now) {
        boolean fresh = last.looked().plus(TRUSTED).isAfter(now);
        if (limit <= 0 || fresh || minutes(last.at(), now) < limit) {
            return last;
        }
        Instant at = transactions.call(() -> days.lastReceived(line, last.at())).orElse(last.at());
        return new Heard(last.received(), at, now);
    }

    private long received(String line) {
        return counts.lines().stream()
                .filter(figures -> figures.line().equals(line))
                .mapToLong(LineFigures::received)
                .sum();
    }

    private Instant before(String name, Instant now) {
        return transactions.call(() -> days.lastReceived(name, now.minus(WEEK))
                .or(() -> days.lastReceived(name, Instant.EPOCH))
                .orElse(now));
    }
}
