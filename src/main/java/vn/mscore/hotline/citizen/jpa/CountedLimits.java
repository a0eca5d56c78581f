package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import vn.mscore.hotline.citizen.Limits;

/** Limits by the clock of the house. */
@Singleton
public class CountedLimits implements Limits {
    private final SqlWindows windows;
    private final Clock clock;

    /** Counts in {@code windows}. */
    @Inject
    public CountedLimits(SqlWindows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public boolean take(String limit, String subject, int max, Duration window) {
        return windows.take(new SqlWindows.Limit(limit, subject, max, window), clock.instant())
                .isEmpty();
    }

    @Override
    public void foresee(String limit, Collection<String> subjects) {
        windows.foresee(limit, subjects);
    }

    @Override
    public int used(String limit, String subject, Duration window) {
        return windows.used(new SqlWindows.Limit(limit, subject, 0, window), clock.instant());
    }

    @Override
    public int held(String limit, String subject, Duration window) {
        return windows.held(new SqlWindows.Limit(limit, subject, 0, window), clock.instant());
    }
}
