package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.voice.VoiceFigures;

/** Where there is an exchange, its calls can be taken: our own door answered us last time. */
@Readiness
@Singleton
public class CallsHealth implements HealthCheck {
    private final Instance<VoiceFigures> figures;

    /** Looks at {@code figures}, not before somebody asks: while the container makes its checks there is no database yet. */
    @Inject
    public CallsHealth(Instance<VoiceFigures> figures) {
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("calls", this::fault);
    }

    private String fault() {
        VoiceFigures.Figures now = figures.get().now();
        return now.wanted() && !now.alive() ? "calls cannot be taken, callers get the exchange's fallback" : "";
    }
}
