package vn.mscore.hotline.app.health;

import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** A check as the health address shows it: a name and, when red, why in one sentence without anything personal. */
final class Check {
    private static final Logger LOG = Logger.getLogger(Check.class.getName());

    private Check() {}

    /** Green when {@code fault} gives an empty text; red with the text, or without details when it throws. */
    static HealthCheckResponse of(String name, Supplier<String> fault) {
        return of(name, fault, Map.of());
    }

    /** The same with {@code parts}, shown whatever the colour. */
    static HealthCheckResponse of(String name, Supplier<String> fault, Map<String, String> parts) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name);
        parts.forEach(answer::withData);
        String why = ask(name, fault);
        return why.isEmpty()
                ? answer.up().build()
                : answer.down().withData("why", why).build();
    }

    private static String ask(String name, Supplier<String> fault) {
        try {
            return fault.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "health check " + name + " failed");
            return "no answer";
        }
    }
}
