package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;

class SpoolWaitTest {
    private final MovingClock machine = MovingClock.atVietnam("2026-08-17T09:30");
    private final SpoolWait wait = new SpoolWait(machine::nanos);

    private boolean isTooLong(long waiting, int seconds) {
        boolean answer = wait.isTooLong(waiting);
        for (int passed = 0; passed < seconds; passed += 15) {
            machine.advance(Duration.ofSeconds(15));
            answer = wait.isTooLong(waiting);
        }
        return answer;
    }

    @Test
    void fiveMinutesOfQuestionsAreTooLongUntilItIsEmpty() {
        assertThat(isTooLong(3, 285)).isFalse();
        assertThat(isTooLong(2, 15)).isTrue();
        assertThat(isTooLong(0, 0)).isFalse();
        assertThat(isTooLong(1, 285)).isFalse();
    }

    @Test
    void theTimeInWhichNobodyCouldAskDoesNotCount() {
        assertThat(isTooLong(3, 60)).isFalse();
        machine.advance(Duration.ofMinutes(10));
        assertThat(isTooLong(3, 285)).isFalse();
        assertThat(isTooLong(3, 15)).isTrue();
    }
}
