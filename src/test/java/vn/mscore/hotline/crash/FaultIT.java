package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.platform.Failpoints;

/**
 * P6: the code fails at named places, as by a bug and as on a full disk; the lines live on and nothing is lost. Every fifth
 * place, with {@code -Dfault.stride=1} ({@code -Pcrash}) each.
 */
@Timeout(1200)
class FaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int STRIDE = Integer.getInteger("fault.stride", 5);
    private static final List<String> ACTIONS = List.of("throw", "enospc");

    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @Test
    void aFaultAtAnyPlaceIsSurvivedAndCostsNoMessage() throws Exception {
        List<String> all = CrashIT.lines("/crash/points.tsv");
        List<String> points = IntStream.range(0, all.size())
                .filter(i -> i % STRIDE == 0)
                .mapToObj(all::get)
                .toList();
        try (LivingHouse house = new LivingHouse(Clock.systemUTC())) {
            for (String point : points) {
                for (String action : ACTIONS) {
                    Failpoints.arm(point + ":" + action);
                    house.writeByModem();
                    house.writeBySmpp();
                    assertThat(house.settles())
                            .as("%s at %s: %s", action, point, house.score())
                            .isTrue();
                    assertThat(Gateway.await(LIMIT, Failpoints::fired))
                            .as("%s is reached", point)
                            .isTrue();
                }
            }
            Failpoints.disarm();
            assertThat(house.check(points.size() * ACTIONS.size())).isEmpty();
        }
    }
}
