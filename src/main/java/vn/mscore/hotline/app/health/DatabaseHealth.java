package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.platform.DatabaseState;

/** The database answers and is migrated. */
@Readiness
@Singleton
public class DatabaseHealth implements HealthCheck {
    private final Instance<DatabaseState> database;

    /** Looks {@code database} up when asked: checks are made before the container has its resources. */
    @Inject
    public DatabaseHealth(Instance<DatabaseState> database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("database", () -> database.get().fault());
    }
}
