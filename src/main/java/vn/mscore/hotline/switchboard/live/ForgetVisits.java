package vn.mscore.hotline.switchboard.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.switchboard.jpa.SqlPresence;
import vn.mscore.hotline.switchboard.jpa.SqlVisits;

/** Clears what nobody told the end of: visits of a day ago, operators who went home without saying so; forgets old visits. */
@Singleton
public class ForgetVisits implements Job {
    private static final Duration LONGEST_VISIT = Duration.ofDays(1);
    private static final Duration LONGEST_SHIFT = Duration.ofHours(12);
    private static final Duration KEPT = Duration.ofDays(30);

    private final SqlVisits visits;
    private final SqlPresence presence;
    private final InTransaction transaction;
    private final Clock clock;

    /** Works on the two tables. */
    @Inject
    public ForgetVisits(SqlVisits visits, SqlPresence presence, InTransaction transaction, Clock clock) {
        this.visits = visits;
        this.presence = presence;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "switchboard.forget-visits";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run() {
        Instant now = clock.instant();
        return transaction.call(() -> presence.leaveSince(now.minus(LONGEST_SHIFT))
                + visits.forget(now.minus(LONGEST_VISIT), now.minus(KEPT)));
    }
}
