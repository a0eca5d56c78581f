package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.app.ClockGate;

/** The clock of the machine can be believed. */
@Readiness
@Singleton
public class ClockHealth implements HealthCheck {
    private final Instance<ClockGate> gate;

    /** Asks {@code gate}. */
    @Inject
    public ClockHealth(Instance<ClockGate> gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("clock", () -> gate.get().open() ? "" : "the clock is wrong, nothing is sent");
    }
}
