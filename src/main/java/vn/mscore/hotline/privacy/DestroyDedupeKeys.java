package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Destroys monthly dedupe keys 60 days after their month, so that their hashes tell nothing any more (security R45). */
@Singleton
public class DestroyDedupeKeys implements Job {
    private static final int DAYS = 60;

    private final KeyRing keys;
    private final SqlDedupeKeys shared;
    private final InTransaction transactions;
    private final Clock clock;
    private final ClockLeap leap;

    /** Destroys keys of {@code keys} and what all nodes share of them. */
    @Inject
    DestroyDedupeKeys(KeyRing keys, SqlDedupeKeys shared, InTransaction transactions, Clock clock, ClockLeap leap) {
        this.keys = keys;
        this.shared = shared;
        this.transactions = transactions;
        this.clock = clock;
        this.leap = leap;
    }

    @Override
    public String name() {
        return "destroy-dedupe-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public int run() {
        if (leap.isSuspected()) {
            return 0;
        }
        YearMonth keep = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC).minusDays(DAYS));
        transactions.run(() -> shared.destroyBefore(keep));
        int destroyed = keys.destroyDedupeKeysBefore(keep);
        Failpoint.hit("retention.afterKeyDestroy");
        return destroyed;
    }
}
