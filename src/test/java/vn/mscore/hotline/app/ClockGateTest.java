package vn.mscore.hotline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Service;

class ClockGateTest {
    private final MovingClock clock = new MovingClock(Instant.EPOCH);
    private final ClockGate gate = new ClockGate(clock);
    private final List<String> started = new ArrayList<>();

    private Service service(String name, boolean sends) {
        return new Service() {
            @Override
            public int order() {
                return 0;
            }

            @Override
            public boolean sends() {
                return sends;
            }

            @Override
            public void start() {
                started.add(name);
            }

            @Override
            public void stop() {}
        };
    }

    @Test
    void row178in1970messagesAreTakenInButNoneIsSentUntilTheClockIsRight() {
        gate.start(service("line", false), Service::start);
        gate.start(service("outbox", true), Service::start);
        assertThat(gate.run()).isZero();
        assertThat(started).containsExactly("line");
        assertThat(gate.open()).isFalse();
        clock.advance(Duration.between(Instant.EPOCH, ClockLeap.EARLIEST));
        assertThat(gate.run()).isEqualTo(1);
        assertThat(gate.run()).isZero();
        assertThat(started).containsExactly("line", "outbox");
    }

    @Test
    void aServiceWhoseStartFailsIsStartedAgainAndThoseBehindItToo() {
        boolean[] fails = {true};
        gate.start(service("outbox", true), service -> {
            if (fails[0]) {
                throw new IllegalStateException("the database is away");
            }
            service.start();
        });
        gate.start(service("watch", true), Service::start);
        clock.set(ClockLeap.EARLIEST);
        assertThat(gate.run()).isEqualTo(1);
        assertThat(started).containsExactly("watch");
        fails[0] = false;
        assertThat(gate.run()).isEqualTo(1);
        assertThat(started).containsExactly("watch", "outbox");
    }

    @Test
    void withARightClockEverythingStartsAtOnce() {
        clock.set(ClockLeap.EARLIEST);
        gate.start(service("outbox", true), Service::start);
        assertThat(started).containsExactly("outbox");
    }
}
