package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/**
 * P25: mail, a database that goes and comes and a centre that hangs up leave no thread, file or connection behind: less
 * than one in a round, since a Java that grows warm opens one or the other of its own.
 * {@code -Dleak.minutes=60} for a soak.
 */
@Timeout(36_000)
class LeakIT {
    private static final Logger LOG = Logger.getLogger(LeakIT.class.getName());
    private static final int MINUTES = Integer.getInteger("leak.minutes", 0);
    private static final int FEWEST_ROUNDS = 4;
    private static final int WARM_UP = 2;
    private static final int TEXTS = 20;
    private static final int IN_FLIGHT = 5;
    /** What a citizen may cost until he is forgotten: the caches of numbers that wrote lately. */
    private static final long KILOBYTES_A_TEXT = 8;

    private static final long NOISE_KILOBYTES = 4_096;

    @Test
    void mailOutagesAndReconnectionsLeaveNothingBehind() throws Exception {
        TestDatabase.Schema schema = TestDatabase.fresh();
        try (TcpGate gate = new TcpGate(schema.port());
                AwayHouse house = new AwayHouse("leak", schema, schema.through(gate.port()), Map.of())) {
            house.start("");
            house.awaitLines();
            for (int i = 0; i < WARM_UP; i++) {
                round(house, gate);
            }
            long pid = house.victim.pid();
            // Who asks a Java for its heap leaves a thread in it: ask before the reading.
            long live = Footprint.liveKilobytes(pid);
            Footprint warm = Footprint.steady(pid, schema);
            int before = house.written();
            int rounds = 0;
            for (long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
                    rounds < FEWEST_ROUNDS || System.nanoTime() < end;
                    rounds++) {
                round(house, gate);
            }
            int all = rounds;
            boolean flat =
                    Gateway.await(A_MINUTE, () -> Footprint.of(pid, schema).fitsIn(warm, all));
            Footprint now = Footprint.of(pid, schema);
            long grown = Footprint.liveKilobytes(pid) - live;
            int texts = house.written() - before;
            LOG.info("after " + rounds + " rounds, " + texts + " texts: " + warm + " -> " + now + ", live heap " + live
                    + " KB, grown by " + grown + " KB");
            assertThat(flat).as("%s -> %s", warm, now).isTrue();
            assertThat(live).as("the heap was read").isPositive();
            assertThat(grown).isLessThan(NOISE_KILOBYTES + KILOBYTES_A_TEXT * texts);
            house.end((WARM_UP + rounds) * IN_FLIGHT, 0);
        }
    }

    private static void round(AwayHouse house, TcpGate gate) throws Exception {
        gate.shut();
        house.write(TEXTS);
        CompletableFuture<Boolean> taken = house.handOver(A_MINUTE);
        gate.open();
        assertThat(taken.get(A_MINUTE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
        int binds = house.centre.binds.get();
        house.centre.cut();
        assertThat(Gateway.await(A_MINUTE, () -> house.centre.binds.get() > binds))
                .as("it comes again")
                .isTrue();
    }
}
