package vn.mscore.hotline.app.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.wording.SmsTemplates;

/** The texts are there in every language; the help text stands for all, which are checked when they are loaded. */
@Readiness
@Singleton
public class TemplatesHealth implements HealthCheck {
    private static final String HELP = "T10";

    private final SmsTemplates templates;

    /** Renders from {@code templates}. */
    @Inject
    public TemplatesHealth(SmsTemplates templates) {
        this.templates = templates;
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("templates", this::fault);
    }

    private String fault() {
        for (Language language : Language.values()) {
            if (templates.render(HELP, language, Map.of()).isBlank()) {
                return "the help text in " + language + " is empty";
            }
        }
        return "";
    }
}
