package vn.mscore.hotline.app.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.wording.Prompts;

/** Every prompt of the telephone is there and can be played; names those that are not. */
@Readiness
@Singleton
public class PromptsHealth implements HealthCheck {
    private static final int NAMED = 10;

    private final Prompts prompts;

    /** Asks {@code prompts}. */
    @Inject
    public PromptsHealth(Prompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("prompts", () -> fault(prompts.faults()));
    }

    static String fault(List<String> faults) {
        String more = faults.size() > NAMED ? " and " + (faults.size() - NAMED) + " more" : "";
        return String.join(", ", faults.subList(0, Math.min(NAMED, faults.size()))) + more;
    }
}
