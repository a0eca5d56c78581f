package vn.mscore.hotline.app.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.mscore.hotline.app.figures.LineOutages;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;

/** Every line the deployer named exists and is registered in its network; how long one has been away is its colour (row 76). */
@Readiness
@Singleton
public class LinesHealth implements HealthCheck {
    private final SmsLines lines;
    private final LineOutages outages;
    private final boolean wanted;

    /** Looks at {@code lines}; without any named line there is nothing to be ready. */
    @Inject
    public LinesHealth(SmsLines lines, LineOutages outages, Settings settings) {
        this.lines = lines;
        this.outages = outages;
        this.wanted = Stream.of("modems", "smpp", "http")
                .anyMatch(kind -> settings.text("hotline.sms." + kind).isPresent());
    }

    @Override
    public HealthCheckResponse call() {
        return Check.of("lines", this::fault, states());
    }

    private Map<String, String> states() {
        return lines.all().stream()
                .map(SmsLine::state)
                .collect(Collectors.toMap(
                        LineState::name, state -> state.status() + ", " + outages.level(state), (a, b) -> a));
    }

    private String fault() {
        if (wanted && lines.all().isEmpty()) {
            return "no line was started";
        }
        return lines.all().stream()
                .map(SmsLine::state)
                .filter(state -> state.status() != LineState.Status.READY && state.status() != LineState.Status.STANDBY)
                .map(state ->
                        state.name() + " is " + state.status() + " (" + outages.level(state) + "): " + state.detail())
                .collect(Collectors.joining("; "));
    }
}
