package vn.mscore.hotline.app.health;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red only when a restart would help: threads that block each other for ever. */
@Liveness
@Singleton
public class Alive implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return Check.of("threads", Alive::fault);
    }

    private static String fault() {
        long[] stuck = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return stuck == null ? "" : stuck.length + " threads block each other";
    }
}
