package vn.mscore.hotline.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the gateway can do its work now. */
@Readiness
@Singleton
public class Health implements HealthCheck {
    @Inject
    public Health() {}

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").up().build();
    }
}
