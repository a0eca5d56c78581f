package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.app.figures.VoiceAlarms.Kind;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.voice.VoiceFigures.Figures;

class VoiceAlarmsTest {
    private static final Figures WELL =
            new Figures(true, true, 3, Map.of(), Set.of(), 0, Map.of("PROMISED", 1L), 0, Optional.empty(), 10, 1000);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private Figures now = WELL;
    private final VoiceAlarms alarms = new VoiceAlarms(() -> now, new NotedTroubles(), clock);

    private int level(Kind kind, Figures figures) {
        now = figures;
        alarms.run();
        return alarms.level(kind);
    }

    @Test
    void nothingIsWrongWhileCallsAreTaken() {
        alarms.run();
        for (Kind kind : Kind.values()) {
            assertThat(alarms.level(kind)).as(kind.name()).isZero();
        }
    }

    @Test
    void aDoorThatDoesNotAnswerIsUrgentWhereThereIsAnExchange() {
        assertThat(level(Kind.NO_CALLS, door(true, false))).isEqualTo(2);
        assertThat(level(Kind.NO_CALLS, door(false, false))).isZero();
    }

    @Test
    void aMissingSoundAndAStrangerAreTold() {
        assertThat(level(Kind.SOUND_MISSING, seen(Map.of(), Set.of("vi/bip")))).isEqualTo(1);
        assertThat(level(Kind.STRANGER, seen(Map.of("secret", 1L), Set.of()))).isEqualTo(1);
        assertThat(level(Kind.STRANGER, seen(Map.of("full", 1L), Set.of()))).isZero();
    }

    @Test
    void theSpaceForRecordingsHasTwoLevels() {
        assertThat(level(Kind.RECORDINGS_FULL, kept(899))).isZero();
        assertThat(level(Kind.RECORDINGS_FULL, kept(900))).isEqualTo(1);
        assertThat(level(Kind.RECORDINGS_FULL, kept(1000))).isEqualTo(2);
    }

    @Test
    void aRecordingMayWaitFiveMinutes() {
        Figures waiting =
                new Figures(true, true, 0, Map.of(), Set.of(), 0, Map.of(), 0, Optional.of(clock.instant()), 10, 1000);
        assertThat(level(Kind.RECORDING_LATE, waiting)).isZero();
        clock.advance(Duration.ofSeconds(301));
        assertThat(level(Kind.RECORDING_LATE, waiting)).isEqualTo(1);
    }

    private static Figures door(boolean wanted, boolean alive) {
        return new Figures(wanted, alive, 0, Map.of(), Set.of(), 0, Map.of(), 0, Optional.empty(), 10, 1000);
    }

    private static Figures seen(Map<String, Long> refused, Set<String> missing) {
        return new Figures(true, true, 0, refused, missing, 0, Map.of(), 0, Optional.empty(), 10, 1000);
    }

    private static Figures kept(long bytes) {
        return new Figures(true, true, 0, Map.of(), Set.of(), 0, Map.of(), 0, Optional.empty(), bytes, 1000);
    }
}
