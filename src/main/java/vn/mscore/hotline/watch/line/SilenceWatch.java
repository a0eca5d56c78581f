package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.LineDays.LineDay;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.sms.SmsLine;

/**
 * Since when nothing has come in by each line, in office hours of the nation: a night, a weekend and Tết are silent
 * anyway. Looks at the counters, not at the mail; after a start the tables tell of the week before.
 */
@Singleton
public class SilenceWatch {
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

    private record Heard(long received, Instant at) {}

    /**
     * Office minutes since something came in by {@code line}, or since the start when nothing did within a week; 0 for a
     * line that another node works, which hears it.
     */
    long minutes(SmsLine line) {
        Instant now = clock.instant();
        if (line.state().status() == LineState.Status.STANDBY) {
            heard.put(line.name(), new Heard(received(line.name()), now));
            return 0;
        }
        long received = received(line.name());
        Heard last = heard.compute(line.name(), (name, before) -> {
            if (before == null) {
                return new Heard(received, received > 0 ? now : before(name, now));
            }
            return before.received() == received ? before : new Heard(received, now);
        });
        return calendars.national().workingMinutesBetween(last.at(), now);
    }

    private long received(String line) {
        return counts.lines().stream()
                .filter(figures -> figures.line().equals(line))
                .mapToLong(LineFigures::received)
                .sum();
    }

    private Instant before(String line, Instant now) {
        Optional<Instant> last = transactions.call(() -> days.since(now)).stream()
                .filter(day -> day.line().equals(line))
                .findFirst()
                .flatMap(LineDay::lastReceived);
        return last.orElse(now);
    }
}
