package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.watch.LineCheck;
import vn.mscore.hotline.watch.LineChecks;

/** What is known of the lines at this moment, asked once for the many gauges of one scrape. */
@Singleton
public class CheckedLines {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final LineChecks source;
    private final Clock clock;
    private Instant taken = Instant.EPOCH;
    private List<LineCheck> last = List.of();

    /** Looks at {@code source}. */
    @Inject
    public CheckedLines(LineChecks source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** At most two seconds old. */
    synchronized Optional<LineCheck> of(String line) {
        Instant now = clock.instant();
        if (Duration.between(taken, now).abs().compareTo(FRESH) > 0) {
            last = source.all();
            taken = now;
        }
        return last.stream().filter(check -> check.line().equals(line)).findFirst();
    }
}
