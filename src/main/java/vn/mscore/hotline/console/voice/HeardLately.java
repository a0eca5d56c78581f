package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which session opened which recording: a player asks for a recording in many pieces, which are one opening as long as they
 * come within ten minutes. What is forgotten is noted once more, never once less.
 */
@Singleton
public class HeardLately {
    private static final Duration ONE_OPENING = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    private final Clock clock;
    private final Map<String, Instant> heard = new LinkedHashMap<>();

    /** Counts by {@code clock}. */
    @Inject
    public HeardLately(Clock clock) {
        this.clock = clock;
    }

    /** Whether an opening was noted within its ten minutes. */
    synchronized boolean has(String opening) {
        Instant now = clock.instant();
        heard.values().removeIf(at -> at.plus(ONE_OPENING).isBefore(now));
        return heard.containsKey(opening);
    }

    /** An opening is noted, and that is committed. */
    synchronized void noted(String opening) {
        if (heard.size() >= MOST) {
            heard.clear();
        }
        heard.putIfAbsent(opening, clock.instant());
    }
}
