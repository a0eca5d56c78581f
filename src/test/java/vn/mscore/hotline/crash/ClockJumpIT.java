package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** P14: the gateway's clock jumps and comes back while citizens write; each gets one answer all the same. */
@Timeout(300)
class ClockJumpIT {
    private static final Clock REAL = Clock.systemUTC();
    private static final Instant NOW = REAL.instant();
    private static final List<Instant> JUMPS = List.of(
            NOW.minus(Duration.ofHours(1)),
            NOW.plus(Duration.ofHours(1)),
            NOW.plus(Duration.ofDays(1)),
            Instant.parse("1970-01-01T00:03:00Z"),
            Instant.parse("2038-01-19T03:14:08Z"));

    private static final Duration JOBS_RUN = Duration.ofSeconds(5);

    private final JumpingClock clock = new JumpingClock();

    /** A clock that goes on from wherever it was put. */
    private static final class JumpingClock extends Clock {
        private volatile Duration offset = Duration.ZERO;

        void jumpTo(Instant to) {
            offset = Duration.between(REAL.instant(), to);
        }

        void comeBack() {
            offset = Duration.ZERO;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), offset);
        }

        @Override
        public Instant instant() {
            return REAL.instant().plus(offset);
        }
    }

    @Test
    void whereverTheClockJumpsEachMessageIsStoredAndAnsweredOnce() throws Exception {
        try (LivingHouse house = new LivingHouse(clock)) {
            write(house, "before");
            for (Instant jump : JUMPS) {
                clock.jumpTo(jump);
                write(house, "at " + jump);
                clock.comeBack();
                write(house, "back from " + jump);
            }
            assertThat(house.check(0)).isEmpty();
        }
    }

    @Test
    void whatWaitsToBeSentWhileTheClockJumpsIsSentWhenItIsBack() throws Exception {
        try (LivingHouse house = new LivingHouse(clock)) {
            write(house, "before");
            for (Duration jump : List.of(Duration.ofHours(25), Duration.ofHours(-25))) {
                house.refuseByModem(true);
                house.writeByModem();
                assertThat(house.waits()).as(house.score()).isTrue();
                clock.jumpTo(REAL.instant().plus(jump));
                Thread.sleep(JOBS_RUN.toMillis());
                clock.comeBack();
                house.refuseByModem(false);
                assertThat(house.settles()).as("%s: %s", jump, house.score()).isTrue();
            }
            assertThat(house.check(0)).isEmpty();
        }
    }

    private static void write(LivingHouse house, String when) throws InterruptedException {
        house.writeByModem();
        house.writeBySmpp();
        assertThat(house.settles()).as("%s: %s", when, house.score()).isTrue();
    }
}
