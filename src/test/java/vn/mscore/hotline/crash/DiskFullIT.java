package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;
import static vn.mscore.hotline.crash.AwayHouse.LEFT_ON_SIM;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.OwnDatabase;
import vn.mscore.hotline.house.TestDatabase;

/**
 * P8: the spool's disk, the database's and the log's are full one after the other, each a small file system of its own.
 * Where none may be mounted these tests are left out, and say so.
 */
@Timeout(600)
class DiskFullIT {
    private static final Logger LOG = Logger.getLogger(DiskFullIT.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int TEXTS = 48;
    private static final int LONG_TEXTS = 400;
    private static final int IN_FLIGHT = 5;

    @Test
    void aFullDiskOfTheSpoolLeavesMessagesOnTheSim() throws Exception {
        TestDatabase.Schema schema = TestDatabase.fresh();
        try (TcpGate gate = new TcpGate(schema.port());
                AwayHouse house = new AwayHouse("disk-spool", schema.through(gate.port()), Map.of());
                SmallDisk disk = SmallDisk.at(house.spool(), "2m")) {
            house.start("");
            disk.fill();
            gate.shut();
            house.write(TEXTS);
            assertThat(Gateway.await(LOOK, () -> house.victim.output().contains("No space left")))
                    .as("it met the full disk: %s", house.score())
                    .isTrue();
            assertThat(house.onSim()).as("nothing is deleted").isEqualTo(TEXTS);
            assertThat(house.spooled()).isZero();
            disk.free();
            assertThat(Gateway.await(A_MINUTE, () -> house.onSim() <= LEFT_ON_SIM))
                    .as(house.score())
                    .isTrue();
            gate.open();
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            assertThat(Gateway.await(A_MINUTE, () -> house.spooled() == 0)).isTrue();
            house.victim.kill();
            assertThat(house.check(schema, 0)).isEmpty();
        }
    }

    @Test
    void aFullDiskOfTheDatabaseCostsNoMessageAndParksNone() throws Exception {
        var folder = Gateway.freshFolder("own-database");
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"), "256m");
                OwnDatabase database = new OwnDatabase(folder, folder.resolve("data"))) {
            TestDatabase.Schema schema = database.fresh();
            try (AwayHouse house = new AwayHouse("disk-database", schema, Map.of())) {
                house.start("");
                house.write(5);
                assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
                disk.fill();
                CompletableFuture<Boolean> taken = house.handOver(Duration.ofMinutes(4));
                house.write(LONG_TEXTS);
                boolean met = Gateway.await(A_MINUTE, () -> met(house, database));
                LOG.info(() -> "full: " + house.answered() + " of " + house.written() + " answered, " + house.onSim()
                        + " on the SIM, " + house.spooled() + " in the spool");
                disk.free();
                assertThat(met).as("the full disk is met: %s", house.score()).isTrue();
                assertThat(taken.get(4, TimeUnit.MINUTES)).isTrue();
                assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
                Thread.sleep(6000);
                house.victim.kill();
                assertThat(house.check(schema, IN_FLIGHT)).isEmpty();
            }
        }
    }

    private static boolean met(AwayHouse house, OwnDatabase database) {
        String said = house.victim.output() + database.output();
        return said.contains("is full") || said.contains("No space left") || said.contains("errno: 28");
    }

    @Test
    void aFullDiskOfTheLogStopsNoIntake() throws Exception {
        var home = Gateway.freshFolder("disk-log");
        TestDatabase.Schema schema = TestDatabase.empty();
        try (Air air = new Air(home.resolve("modem.jsonl"));
                Gateway gateway = new Gateway(home.resolve("gateway"));
                SmallDisk disk = SmallDisk.at(gateway.var().resolve("log"), "1m")) {
            gateway.set("hotline.db.url", schema.url())
                    .set("hotline.db.user", schema.user())
                    .set("hotline.db.password", schema.password())
                    .set("hotline.log.level", "FINE")
                    .set("hotline.sms.modems", "first=" + air.address())
                    .start();
            disk.fill();
            for (int i = 0; i < 5; i++) {
                String phone = "+8491200000" + i;
                air.text(phone, "HELP");
                assertThat(air.received(phone, 1, A_MINUTE)).hasSize(1);
            }
            assertThat(disk.isFull()).isTrue();
            assertThat(schema.column("select count(*) from sms_message where state = 'DONE'"))
                    .containsExactly("5");
            assertThat(gateway.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }
}
