package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;
import static vn.mscore.hotline.crash.AwayHouse.LEFT_ON_SIM;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/**
 * P6, P7, P10: the ways to the database are cut while citizens write. Messages stay on the SIM, from 70 % on they go to the
 * sealed spool, a centre is told to come again, and everything is caught up with in a minute.
 */
@Timeout(600)
class DatabaseAwayIT {
    private static final Logger LOG = Logger.getLogger(DatabaseAwayIT.class.getName());
    private static final int TEMPORARY = 0x64;
    private static final int WHILE_AWAY = 48;

    private final TestDatabase.Schema schema = TestDatabase.fresh();
    private TcpGate gate;
    private AwayHouse house;

    @BeforeEach
    void open() throws Exception {
        gate = new TcpGate(schema.port());
        house = new AwayHouse("away", schema, schema.through(gate.port()), Map.of());
        house.start("");
        house.awaitLines();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        gate.close();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostAndInAMinuteAllIsCaughtUpWith() throws Exception {
        house.write(5);
        assertThat(house.settles(A_MINUTE)).isTrue();
        // A citizen has the answer before the row says so; of what is in hand when the gate shuts nobody knows the
        // fate.
        Settled.await(house.histories, BookReader.Database.of(schema), house.home.resolve("var"));
        gate.shut();
        house.write(WHILE_AWAY);
        awaitSpool();
        assertThat(house.deliver("PA mot")).as("the centre must come again").isEqualTo(TEMPORARY);
        CompletableFuture<Boolean> again = house.handOver(A_MINUTE);
        LOG.info(() -> "away: " + house.score());
        long back = System.nanoTime();
        gate.open();
        assertThat(again.get(2, TimeUnit.MINUTES)).isTrue();
        assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
        LOG.info(() -> "caught up with after "
                + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms");
        house.end(0, 0);
    }

    @Test
    void whatWaitsInTheSpoolOutlivesTheProcess() throws Exception {
        gate.shut();
        house.write(WHILE_AWAY);
        awaitSpool();
        house.victim.kill();
        Books atTheKill = BookReader.read(BookReader.Database.of(schema), house.home.resolve("var"));
        assertThat(atTheKill.spooled()).hasSizeGreaterThanOrEqualTo(WHILE_AWAY - LEFT_ON_SIM);
        gate.open();
        house.start("");
        assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
        house.end(5, 1);
    }

    private void awaitSpool() throws InterruptedException {
        assertThat(Gateway.await(
                        A_MINUTE, () -> house.onSim() <= LEFT_ON_SIM && house.spooled() >= WHILE_AWAY - LEFT_ON_SIM))
                .as(house.score())
                .isTrue();
    }
}
