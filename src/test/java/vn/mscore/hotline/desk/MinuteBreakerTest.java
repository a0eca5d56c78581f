package vn.mscore.hotline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;

class MinuteBreakerTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final MinuteBreaker breaker = new MinuteBreaker(clock, 2);

    @Test
    void refusesWhenTheMinuteIsFullAndOpensWhenTheFirstUseIsAMinuteOld() {
        assertThat(breaker.take()).isTrue();
        clock.advance(Duration.ofSeconds(30));
        assertThat(breaker.take()).isTrue();
        assertThat(breaker.take()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(breaker.take()).isTrue();
        assertThat(breaker.isFull()).isTrue();
    }

    @Test
    void isNotHeldShutByAClockThatWasSetBack() {
        breaker.take();
        breaker.take();
        clock.advance(Duration.ofHours(-1));
        assertThat(breaker.take()).isTrue();
    }
}
