package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Compares this node's clock with the database's, which all nodes share: deadlines are written by one and read by the other. */
@Singleton
public class ClockApart implements Job {
    /** So far they may differ. */
    static final Duration FARTHEST = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ClockApart.class.getName());

    private final Sql sql;
    private final InTransaction transactions;
    private final Clock clock;
    private volatile boolean apart;

    /** Compares {@code clock}. */
    @Inject
    public ClockApart(Sql sql, InTransaction transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock-apart";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** The database may have looked at any moment between the question and its answer. */
    @Override
    public int run() {
        Instant asked = clock.instant();
        Instant database = transactions.call(() -> sql.first("select utc_timestamp(6) as at", row -> row.instant("at"))
                .orElseThrow());
        Instant answered = clock.instant();
        boolean now = database.isBefore(asked.minus(FARTHEST)) || database.isAfter(answered.plus(FARTHEST));
        if (now && !apart) {
            LOG.log(
                    Level.SEVERE,
                    "the clock of this node is {0} ahead of the database''s",
                    Duration.between(database, answered));
        }
        apart = now;
        return 0;
    }

    /** What the last comparison said; asks nobody. */
    public boolean wasApart() {
        return apart;
    }
}
