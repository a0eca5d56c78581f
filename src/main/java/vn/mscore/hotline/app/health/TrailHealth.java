package vn.mscore.hotline.app.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.access.HeadWitness;

/** The head of the audit trail leaves this machine (R48). Without a witness it is green and says that it does not. */
@Readiness
@Singleton
public class TrailHealth implements HealthCheck {
    private final Instance<HeadWitness> witness;

    /** Looks at {@code witness}, not before somebody asks. */
    @Inject
    public TrailHealth(Instance<HeadWitness> witness) {
        this.witness = witness;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("audit", this::fault, Map.of("heads", heads()));
    }

    String heads() {
        HeadWitness asked = witness.get();
        return asked.isNamed()
                ? asked.taken().map(at -> "taken by the witness, made at " + at).orElse("none was taken yet")
                : "do not leave this machine: hotline.audit.witness is not set";
    }

    String fault() {
        return witness.get().isBehind() ? "the witness takes no heads of the audit trail" : "";
    }
}
