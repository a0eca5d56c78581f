package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.DatabaseState;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.SteadyClock;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.DirectAlarm;
import vn.mscore.hotline.watch.Trouble;

/**
 * The one alarm that cannot be a row: the database does not answer or takes no writes. An outage lasts until it was well for a
 * minute, so that one that comes and goes is told too. Posted until it is taken, then its end.
 */
@Singleton
public class DatabaseAlarm implements Job {
    private static final Logger LOG = Logger.getLogger(DatabaseAlarm.class.getName());
    private static final String KIND = "database-away";
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatabaseState database;
    private final BoardState board;
    private final DirectAlarm direct;
    private final Ids ids;
    private final Clock clock;
    private final SteadyClock machine;
    private Optional<Outage> outage = Optional.empty();
    private Optional<Alarm> alarm = Optional.empty();
    private boolean told;
    private volatile int level;

    /** Asks {@code database} and {@code board}, tells {@code direct}. */
    @Inject
    public DatabaseAlarm(
            DatabaseState database, BoardState board, DirectAlarm direct, Ids ids, Clock clock, SteadyClock machine) {
        this.database = database;
        this.board = board;
        this.direct = direct;
        this.ids = ids;
        this.clock = clock;
        this.machine = machine;
    }

    /** A moment, on the wall and by the machine's count. */
    private record Moment(Instant at, long nanos) {
        private Duration until(Moment later) {
            return Duration.ofNanos(later.nanos() - nanos);
        }
    }

    /** Since when the database is away, and since when it seems to be back. */
    private record Outage(Moment since, Optional<Moment> wellSince) {
        private boolean isLong(Moment now) {
            return since.until(wellSince.orElse(now)).compareTo(PATIENCE) >= 0;
        }

        private Optional<Outage> well(Moment now) {
            Moment from = wellSince.orElse(now);
            return from.until(now).compareTo(PATIENCE) >= 0
                    ? Optional.empty()
                    : Optional.of(new Outage(since, Optional.of(from)));
        }
    }

    @Override
    public String name() {
        return "database-alarm";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run() {
        Optional<Outage> before = outage;
        boolean well = isWell();
        Moment now = new Moment(clock.instant(), machine.nanos());
        outage = well
                ? before.flatMap(known -> known.well(now))
                : Optional.of(new Outage(before.map(Outage::since).orElse(now), Optional.empty()));
        boolean away = outage.filter(known -> known.isLong(now)).isPresent();
        level = away ? AT_ONCE : 0;
        Instant back = before.flatMap(Outage::wellSince).orElse(now).at();
        alarm = away ? Optional.of(begun()) : over(back);
        if (away == told || !direct.tell(alarm.orElseThrow())) {
            return 0;
        }
        told = away;
        LOG.log(away ? Level.SEVERE : Level.INFO, "alarm {0} is {1}", new Object[] {KIND, level});
        return 1;
    }

    /** The same for every try, and for the end: who hears of it twice knows it by its id. */
    private Alarm begun() {
        long id = alarm.map(Alarm::id).orElseGet(ids::next);
        Instant began = alarm.map(Alarm::began)
                .or(() -> outage.map(known -> known.since().at()))
                .orElseThrow();
        return new Alarm(id, new Trouble(KIND, "", AT_ONCE), began, Optional.empty());
    }

    private Optional<Alarm> over(Instant back) {
        return alarm.filter(known -> told)
                .map(known -> new Alarm(
                        known.id(),
                        known.trouble(),
                        known.began(),
                        Optional.of(known.ended().orElse(back))));
    }

    private boolean isWell() {
        try {
            return database.fault().isEmpty() && !board.isFailing();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "the database does not answer", e);
            return false;
        }
    }

    /** 2 while the database is away, else 0. */
    int level() {
        return level;
    }
}
