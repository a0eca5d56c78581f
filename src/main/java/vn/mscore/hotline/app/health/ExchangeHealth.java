package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.voice.ExchangeLink;

/** The link to the telephone exchange's manager stands, or has been away for half a minute at most (P11). Texts go on without it. */
@Readiness
@Singleton
public class ExchangeHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instance<ExchangeLink> link;
    private final Settings settings;
    private final Clock clock;

    /** Looks at {@code link}, not before somebody asks: while the container makes its checks there is no database yet. */
    @Inject
    public ExchangeHealth(Instance<ExchangeLink> link, Settings settings, Clock clock) {
        this.link = link;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("exchange", this::fault);
    }

    /** Why it is red; empty when it is green. */
    String fault() {
        ExchangeLink.State state = link.get().state();
        boolean away = state.status() == ExchangeLink.Status.DOWN
                && Duration.between(state.since(), clock.instant()).compareTo(PATIENCE) > 0;
        return away ? state.detail() + missing() : "";
    }

    /** Why there is no Asterisk of our own, as the launcher tells it. */
    private String missing() {
        return settings.text("hotline.voice.state")
                .filter(told -> told.startsWith("missing: "))
                .map(told -> ", " + told)
                .orElse("");
    }
}
