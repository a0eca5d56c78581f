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
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.DirectAlarm;
import vn.mscore.hotline.watch.Trouble;

/** The one alarm that cannot be a row: the database has not answered for a minute. Posted until it is taken, then its end. */
@Singleton
public class DatabaseAlarm implements Job {
    private static final Logger LOG = Logger.getLogger(DatabaseAlarm.class.getName());
    private static final String KIND = "database-away";
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatabaseState database;
    private final DirectAlarm direct;
    private final Ids ids;
    private final Clock clock;
    private Optional<Instant> awaySince = Optional.empty();
    private Optional<Alarm> alarm = Optional.empty();
    private boolean told;
    private volatile int level;

    /** Asks {@code database}, tells {@code direct}. */
    @Inject
    public DatabaseAlarm(DatabaseState database, DirectAlarm direct, Ids ids, Clock clock) {
        this.database = database;
        this.direct = direct;
        this.ids = ids;
        this.clock = clock;
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
        Instant now = clock.instant();
        awaySince = answers() ? Optional.empty() : awaySince.or(() -> Optional.of(now));
        boolean away =
                awaySince.filter(since -> !since.plus(PATIENCE).isAfter(now)).isPresent();
        level = away ? AT_ONCE : 0;
        alarm = away ? Optional.of(begun()) : over(now);
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
        Instant began = alarm.map(Alarm::began).or(() -> awaySince).orElseThrow();
        return new Alarm(id, new Trouble(KIND, "", AT_ONCE), began, Optional.empty());
    }

    private Optional<Alarm> over(Instant now) {
        return alarm.filter(known -> told)
                .map(known -> new Alarm(
                        known.id(),
                        known.trouble(),
                        known.began(),
                        Optional.of(known.ended().orElse(now))));
    }

    private boolean answers() {
        try {
            database.fault();
            return true;
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
