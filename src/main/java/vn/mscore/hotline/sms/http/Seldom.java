package vn.mscore.hotline.sms.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Warnings that strangers can cause: the same one at most once a minute, with how often it was left out. */
final class Seldom {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Said> said = new HashMap<>();

    Seldom(Clock clock) {
        this.clock = clock;
    }

    private record Said(Instant at, int since) {}

    /** Logs {@code warning}, of which there are only a few kinds. */
    synchronized void log(Logger log, String warning) {
        Instant now = clock.instant();
        Said last = said.getOrDefault(warning, new Said(Instant.MIN, 0));
        if (last.at().isAfter(now.minus(PAUSE)) && !last.at().isAfter(now)) {
            said.put(warning, new Said(last.at(), last.since() + 1));
            return;
        }
        said.put(warning, new Said(now, 0));
        log.log(Level.WARNING, "{0} (and {1} times before it)", new Object[] {warning, last.since()});
    }
}
