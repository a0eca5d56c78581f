package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.sms.LineState;

/** For how long each line has not been able to send and receive (row 76): yellow from ten minutes, red from thirty. */
@Singleton
public class LineOutages {
    private static final Duration YELLOW = Duration.ofMinutes(10);
    private static final Duration RED = Duration.ofMinutes(30);

    /** So long a line must be ready before its outage is over: one that binds and drops is away all the time. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();

    /** Since when a line is away, and since when it seems to be back. */
    private record Outage(Instant since, Optional<Instant> readySince) {}

    /** Looks at {@code clock} whenever somebody asks. */
    @Inject
    public LineOutages(Clock clock) {
        this.clock = clock;
    }

    /** How bad an outage is. */
    public enum Level {
        /** Ready here or on another node for a minute, or away for less than ten. */
        GREEN,
        /** Away for ten minutes. */
        YELLOW,
        /** Away for thirty minutes. */
        RED
    }

    /** The level of one line in {@code state} now. A glimpse of it being ready (row 83) ends no outage. */
    public Level level(LineState state) {
        Instant now = clock.instant();
        boolean ready = state.status() == LineState.Status.READY || state.status() == LineState.Status.STANDBY;
        Outage outage = outages.compute(state.name(), (name, before) -> next(before, ready, now));
        if (outage == null) {
            return Level.GREEN;
        }
        Duration away = Duration.between(outage.since(), outage.readySince().orElse(now));
        if (away.compareTo(RED) >= 0) {
            return Level.RED;
        }
        return away.compareTo(YELLOW) >= 0 ? Level.YELLOW : Level.GREEN;
    }

    private static Outage next(Outage before, boolean ready, Instant now) {
        if (!ready) {
            return new Outage(before == null ? now : before.since(), Optional.empty());
        }
        if (before == null) {
            return null;
        }
        Instant readySince = before.readySince().orElse(now);
        boolean over = Duration.between(readySince, now).compareTo(STEADY) >= 0;
        return over ? null : new Outage(before.since(), Optional.of(readySince));
    }
}
