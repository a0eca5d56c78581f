package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.sms.LineState;

/** For how long each line has not been able to send and receive (row 76): yellow from ten minutes, red from thirty. */
@Singleton
public class LineOutages {
    private static final Duration YELLOW = Duration.ofMinutes(10);
    private static final Duration RED = Duration.ofMinutes(30);

    private final Clock clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /** Looks at {@code clock} whenever somebody asks. */
    @Inject
    public LineOutages(Clock clock) {
        this.clock = clock;
    }

    /** How bad an outage is. */
    public enum Level {
        /** Ready here or on another node, or away for less than ten minutes. */
        GREEN,
        /** Away for ten minutes. */
        YELLOW,
        /** Away for thirty minutes. */
        RED
    }

    /** The level of one line in {@code state} now. */
    public Level level(LineState state) {
        Instant now = clock.instant();
        if (state.status() == LineState.Status.READY || state.status() == LineState.Status.STANDBY) {
            since.remove(state.name());
            return Level.GREEN;
        }
        Duration away = Duration.between(since.computeIfAbsent(state.name(), name -> now), now);
        if (away.compareTo(RED) >= 0) {
            return Level.RED;
        }
        return away.compareTo(YELLOW) >= 0 ? Level.YELLOW : Level.GREEN;
    }
}
