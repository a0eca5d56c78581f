package vn.mscore.hotline.app.health;

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
    private final DatabaseState database;

    /** Asks {@code database}. */
    @Inject
    public DatabaseHealth(DatabaseState database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("database", database::fault);
    }
}
