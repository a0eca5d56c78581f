package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.voice.ExchangeLink;

/** The link to the telephone exchange's manager stands, or has been away for half a minute at most (P11). Texts go on without it. */
@Readiness
@Singleton
public class ExchangeHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instance<ExchangeLink> link;
    private final Clock clock;

    /** Looks at {@code link}, not before somebody asks: while the container makes its checks there is no database yet. */
    @Inject
    public ExchangeHealth(Instance<ExchangeLink> link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("exchange", this::fault);
    }

    private String fault() {
        ExchangeLink.State state = link.get().state();
        boolean away = state.status() == ExchangeLink.Status.DOWN
                && Duration.between(state.since(), clock.instant()).compareTo(PATIENCE) > 0;
        return away ? state.detail() : "";
    }
}
