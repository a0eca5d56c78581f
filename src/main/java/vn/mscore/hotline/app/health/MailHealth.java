package vn.mscore.hotline.app.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.app.figures.Glance;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.SmsFigures;

/** No citizen's message has waited too long for its reader, no answer for its way out. */
@Readiness
@Singleton
public class MailHealth implements HealthCheck {
    private static final int DEFAULT_SECONDS = 900;

    private final Glance figures;
    private final Clock clock;
    private final Duration longest;

    /** Red above {@code hotline.health.longestWait} seconds. */
    @Inject
    public MailHealth(Glance figures, Clock clock, Settings settings) {
        this.figures = figures;
        this.clock = clock;
        this.longest = settings.seconds("hotline.health.longestWait", DEFAULT_SECONDS);
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("mail", this::fault);
    }

    /** Why it is red; empty when it is green. A notice may wait: nobody asked for it. */
    String fault() {
        SmsFigures.Figures now = figures.now();
        return tooLong(now.oldestUnread(), "a message has waited to be read for ")
                + tooLong(now.oldestAnswer(), "an answer has waited to be sent for ");
    }

    private String tooLong(Optional<Instant> since, String sentence) {
        return since.map(start -> Duration.between(start, clock.instant()))
                .filter(waited -> waited.compareTo(longest) > 0)
                .map(waited -> sentence + waited.toSeconds() + " s;")
                .orElse("");
    }
}
