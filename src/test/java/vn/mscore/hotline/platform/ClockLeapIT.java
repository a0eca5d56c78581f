package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockLeapIT {
    private static final String START = "2026-11-28T09:00:00Z";

    private final MovingClock clock = new MovingClock(Instant.parse(START));
    private House house;
    private long nanos;
    private ClockLeap leap;

    @BeforeAll
    void open() {
        house = House.open(clock, Map.of());
    }

    @BeforeEach
    void install() {
        house.tx(() -> house.get(Sql.class).update("delete from platform_clock"));
        clock.set(Instant.parse(START));
        leap = node(clock);
        assertThat(leap.isSuspected()).as("a new installation").isFalse();
    }

    private ClockLeap node(MovingClock itsClock) {
        return new ClockLeap(house.get(Sql.class), house.get(InTransaction.class), itsClock, () -> nanos);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PT1H, false",
        "P1D, false",
        "P10D, false",
        "P10DT1S, true",
        "P4380D, true",
        "-PT1H, false",
        "-P300D, false",
        "-P20000D, false"
    })
    void aClockThatLeapsFarAheadIsSuspected(Duration jump, boolean suspected) {
        clock.advance(jump);
        assertThat(leap.isSuspected()).isEqualTo(suspected);
        assertThat(leap.wasSuspected()).isEqualTo(suspected);
        assertThat(node(clock).isSuspected()).as("after a restart").isEqualTo(suspected);
    }

    @Test
    void aClockThatIsPutRightIsBelievedAtOnce() {
        clock.set(Instant.parse("2038-01-19T03:14:07Z"));
        assertThat(leap.isSuspected()).isTrue();
        clock.set(Instant.parse(START));
        assertThat(leap.isSuspected()).isFalse();
    }

    @Test
    void aMachineThatWasOffForLongIsBelievedAfterThreeDaysOfRunning() {
        clock.advance(Duration.ofDays(60));
        assertThat(leap.isSuspected()).isTrue();
        nanos += Duration.ofHours(71).toNanos();
        assertThat(leap.isSuspected()).isTrue();
        nanos += Duration.ofHours(1).toNanos();
        assertThat(leap.isSuspected()).isFalse();
        assertThat(node(clock).isSuspected()).isFalse();
    }

    @Test
    void aRestartBeginsTheThreeDaysAnew() {
        clock.advance(Duration.ofDays(60));
        assertThat(leap.isSuspected()).isTrue();
        nanos += Duration.ofDays(3).toNanos();
        ClockLeap again = node(clock);
        assertThat(again.isSuspected()).isTrue();
        nanos += Duration.ofDays(3).toNanos();
        assertThat(again.isSuspected()).isFalse();
    }

    @Test
    void aLeapIsNotBelievedWhileAnotherNodeGoesRight() {
        MovingClock right = new MovingClock(Instant.parse(START));
        ClockLeap other = node(right);
        clock.advance(Duration.ofDays(4000));
        for (int hour = 0; hour < 100; hour++) {
            assertThat(leap.isSuspected()).as("hour %d", hour).isTrue();
            nanos += Duration.ofHours(1).toNanos();
            right.advance(Duration.ofHours(1));
            assertThat(other.isSuspected()).isFalse();
        }
    }

    @Test
    void aClockThatWasNeverSetIsNotBelievedAndDoesNotMakeTheRightOneSuspect() {
        clock.set(Instant.EPOCH);
        assertThat(leap.isSuspected()).isFalse();
        clock.set(Instant.parse(START));
        assertThat(leap.isSuspected()).isFalse();
    }
}
