package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.platform.SteadyClock;
import vn.mscore.hotline.sms.LineState;

/** For how long each line has not been able to send and receive (row 76): yellow from ten minutes, red from thirty. */
@Singleton
public class LineOutages {
    private static final Duration YELLOW = Duration.ofMinutes(10);
    private static final Duration RED = Duration.ofMinutes(30);

    /** So long a line must be ready before its outage is over: one that binds and drops is away all the time. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final SteadyClock machine;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();

    /** Since when a line is away, and since when it seems to be back. */
    private record Outage(long since, Optional<Long> readySince) {}

    /** Looks at {@code machine} whenever somebody asks: no clock that is set ends or begins an outage. */
    @Inject
    public LineOutages(SteadyClock machine) {
        this.machine = machine;
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
        long now = machine.nanos();
        boolean ready = state.status() == LineState.Status.READY || state.status() == LineState.Status.STANDBY;
        Outage outage = outages.compute(state.name(), (name, before) -> next(before, ready, now));
        if (outage == null) {
            return Level.GREEN;
        }
        Duration away = Duration.ofNanos(outage.readySince().orElse(now) - outage.since());
        if (away.compareTo(RED) >= 0) {
            return Level.RED;
        }
        return away.compareTo(YELLOW) >= 0 ? Level.YELLOW : Level.GREEN;
    }

    private static Outage next(Outage before, boolean ready, long now) {
        if (!ready) {
            return new Outage(before == null ? now : before.since(), Optional.empty());
        }
        if (before == null) {
            return null;
        }
        long readySince = before.readySince().orElse(now);
        boolean over = now - readySince >= STEADY.toNanos();
        return over ? null : new Outage(before.since(), Optional.of(readySince));
    }
}
