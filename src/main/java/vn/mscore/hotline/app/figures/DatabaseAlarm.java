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
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.watch.DirectAlarm;

/** The one alarm that cannot be a row: the database has not answered for a minute. Posted until it is taken, then its end. */
@Singleton
public class DatabaseAlarm implements Job {
    private static final Logger LOG = Logger.getLogger(DatabaseAlarm.class.getName());
    private static final String KIND = "database-away";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatabaseState database;
    private final DirectAlarm direct;
    private final Clock clock;
    private Optional<Instant> awaySince = Optional.empty();
    private boolean told;
    private volatile int level;

    /** Asks {@code database}, tells {@code direct}. */
    @Inject
    public DatabaseAlarm(DatabaseState database, DirectAlarm direct, Clock clock) {
        this.database = database;
        this.direct = direct;
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
        level = away ? 2 : 0;
        if (away != told && direct.tell(KIND, away)) {
            told = away;
            LOG.log(away ? Level.SEVERE : Level.INFO, "alarm {0} is {1}", new Object[] {KIND, level});
            return 1;
        }
        return 0;
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
