package vn.mscore.hotline.app.figures;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.voice.VoiceFigures.Figures;

/** Offers the figures of the telephone at {@code /metrics}. */
@Singleton
public class VoiceGauges implements Service {
    private static final int AFTER_THE_LINES = 401;

    private final Instance<MetricRegistry> registry;
    private final VoiceAlarms alarms;

    /** The registry is looked up at start: only the container has one. */
    @Inject
    public VoiceGauges(Instance<MetricRegistry> registry, VoiceAlarms alarms) {
        this.registry = registry;
        this.alarms = alarms;
    }

    @Override
    public int order() {
        return AFTER_THE_LINES;
    }

    @Override
    public void start() {
        gauge("hotline_calls", Figures::calls);
        gauge("hotline_calls_possible", now -> now.alive() ? 1 : 0);
        gauge("hotline_sounds_left_out", Figures::leftOut);
        gauge("hotline_recordings_stranded", Figures::stranded);
        gauge("hotline_recordings_bytes", Figures::keptBytes);
        gauge("hotline_spool_oldest_seconds", alarms::oldestSeconds);
        for (String state : List.of("PROMISED", "QUARANTINED")) {
            gauge("hotline_recordings", now -> now.waiting().getOrDefault(state, 0L), new Tag("state", state));
        }
        for (String why : List.of("peer", "secret", "path", "request", "silent", "full")) {
            gauge("hotline_agi_refused", now -> now.refused().getOrDefault(why, 0L), new Tag("why", why));
        }
        for (VoiceAlarms.Kind kind : VoiceAlarms.Kind.values()) {
            registry.get().gauge("hotline_alarm", () -> alarms.level(kind), new Tag("kind", AlarmLevels.label(kind)));
        }
    }

    private void gauge(String name, ToLongFunction<Figures> figure, Tag... tags) {
        registry.get().gauge(name, () -> alarms.last().map(figure::applyAsLong).orElse(0L), tags);
    }

    @Override
    public void stop() {}
}
