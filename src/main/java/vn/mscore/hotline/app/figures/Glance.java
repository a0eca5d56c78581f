package vn.mscore.hotline.app.figures;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.mscore.hotline.sms.SmsFigures;

/** The figures of this moment, asked once for the many gauges of one scrape. */
@Singleton
public class Glance {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Instance<SmsFigures> source;
    private final Clock clock;
    private Instant taken = Instant.EPOCH;
    private SmsFigures.Figures last;

    /** Looks at {@code source}. */
    @Inject
    public Glance(Instance<SmsFigures> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** At most two seconds old. */
    public synchronized SmsFigures.Figures now() {
        Instant now = clock.instant();
        if (last == null || Duration.between(taken, now).abs().compareTo(FRESH) > 0) {
            last = source.get().now();
            taken = now;
        }
        return last;
    }

    /** Seconds since {@code moment}, 0 when there is none. */
    long age(java.util.Optional<Instant> moment) {
        return moment.map(start -> Duration.between(start, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
