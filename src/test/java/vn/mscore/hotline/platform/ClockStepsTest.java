package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.MovingClock;

class ClockStepsTest {
    private final MovingClock wall = MovingClock.atVietnam("2026-08-17T09:30");
    private final MovingClock machine = MovingClock.atVietnam("2026-08-17T09:30");
    private final ClockSteps steps = new ClockSteps(wall, machine::nanos);

    private boolean after(Duration time) {
        wall.advance(time);
        machine.advance(time);
        return steps.isSteady();
    }

    @ParameterizedTest(name = "a step of {0} is steady: {1}")
    @CsvSource({"PT0S, true", "PT20S, true", "-PT20S, true", "PT25H, false", "-PT24H, false", "PT31S, false"})
    void aClockThatIsSetIsNotBelievedAtOnce(Duration step, boolean steady) {
        assertThat(after(Duration.ofSeconds(5))).isTrue();
        wall.advance(step);
        assertThat(after(Duration.ofSeconds(5))).isEqualTo(steady);
    }

    @Test
    void itIsBelievedAgainAfterFiveSteadyMinutes() {
        after(Duration.ofSeconds(5));
        wall.advance(Duration.ofHours(25));
        assertThat(after(Duration.ofSeconds(10))).isFalse();
        wall.advance(Duration.ofHours(-25));
        assertThat(after(Duration.ofSeconds(5))).isFalse();
        assertThat(after(Duration.ofMinutes(4))).isFalse();
        assertThat(after(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aLongPauseBetweenTwoLooksIsNoStep() {
        after(Duration.ofSeconds(5));
        assertThat(after(Duration.ofHours(10))).isTrue();
    }
}
