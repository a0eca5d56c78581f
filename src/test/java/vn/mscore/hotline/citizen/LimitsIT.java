package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

class LimitsIT {
    private static final Duration DAY = Duration.ofDays(1);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void windowShouldSlideRatherThanStartAfreshAtMidnight() {
        assertThat(take("lan", 2)).isTrue();
        clock.advance(Duration.ofHours(12));
        assertThat(take("lan", 2)).isTrue();
        assertThat(take("lan", 2)).isFalse();
        clock.advance(Duration.ofHours(12));
        assertThat(take("lan", 2)).isTrue();
        assertThat(take("lan", 2)).isFalse();
    }

    @Test
    void refusedUseShouldNotBeCounted() {
        take("lan", 1);
        take("lan", 1);
        assertThat(used("lan")).isEqualTo(1);
        clock.advance(DAY);
        assertThat(used("lan")).isZero();
    }

    @Test
    void subjectsAndLimitsShouldNotDisturbEachOther() {
        take("lan", 1);
        assertThat(take("minh", 1)).isTrue();
        boolean other = house.ask(Limits.class, limits -> limits.take("pin", "lan", 1, DAY));
        assertThat(other).isTrue();
    }

    @Test
    void rolledBackUseShouldNotCount() {
        try {
            house.tx(() -> {
                house.get(Limits.class).take("lookup", "lan", 1, DAY);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }
        assertThat(take("lan", 1)).isTrue();
    }

    @Test
    void manyAtOnceShouldGetExactlyAsManyAsAllowed() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> asks = IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<Boolean>) () -> take("crowd", 25))
                    .toList();
            int allowed = 0;
            for (Future<Boolean> ask : crowd.invokeAll(asks, 60, TimeUnit.SECONDS)) {
                allowed += ask.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(25);
            assertThat(used("crowd")).isEqualTo(25);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void whatIsWeighedWhileItIsHeldShouldBeCountedBeforeTheNext() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> house.ask(
                            Limits.class,
                            limits -> limits.held("pin", "code", DAY) < 3 && limits.take("pin", "code", 100, DAY)))
                    .toList();
            int weighed = 0;
            for (Future<Boolean> one : crowd.invokeAll(tries, 60, TimeUnit.SECONDS)) {
                weighed += one.get() ? 1 : 0;
            }
            assertThat(weighed).isEqualTo(3);
        } finally {
            crowd.shutdownNow();
        }
    }

    private boolean take(String subject, int max) {
        return house.ask(Limits.class, limits -> limits.take("lookup", subject, max, DAY));
    }

    private int used(String subject) {
        return house.ask(Limits.class, limits -> limits.used("lookup", subject, DAY));
    }
}
