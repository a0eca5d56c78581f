package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the wall clock goes on as the machine's own count of time does. One that was set by a day, be it for ten seconds,
 * must not end what has a deadline: whoever ends things asks first, every few seconds (P14).
 */
@Singleton
public class ClockSteps {
    /** So far the two may part between two looks: time servers correct a clock by less. */
    static final Duration TOLERANCE = Duration.ofSeconds(30);

    /** So long the clock must go on steadily after a step until it is believed: time to put it right. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ClockSteps.class.getName());

    private final Clock clock;
    private final SteadyClock machine;
    private Look last;
    private Optional<Long> stepped = Optional.empty();

    /** Compares {@code clock} with {@code machine}. */
    @Inject
    public ClockSteps(Clock clock, SteadyClock machine) {
        this.clock = clock;
        this.machine = machine;
    }

    private record Look(Instant at, long nanos) {}

    /** Whether no step was seen in the last minutes; looks again. */
    public synchronized boolean isSteady() {
        Look now = new Look(clock.instant(), machine.nanos());
        if (last != null && apart(last, now).compareTo(TOLERANCE) > 0) {
            stepped = Optional.of(now.nanos());
            LOG.log(Level.WARNING, "the clock was set by {0}: nothing expires for some minutes", apart(last, now));
        }
        last = now;
        return stepped.filter(at -> now.nanos() - at < PATIENCE.toNanos()).isEmpty();
    }

    private static Duration apart(Look before, Look now) {
        return Duration.between(before.at(), now.at())
                .minusNanos(now.nanos() - before.nanos())
                .abs();
    }
}
