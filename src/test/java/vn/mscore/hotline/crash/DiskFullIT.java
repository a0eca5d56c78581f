package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;
import static vn.mscore.hotline.crash.AwayHouse.LEFT_ON_SIM;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.OwnDatabase;
import vn.mscore.hotline.house.TestDatabase;

/** P8: the disk of the spool or of the database, a small file system of its own, is full. Where none may be mounted this is left out, and says so. */
@Timeout(600)
class DiskFullIT {
    private static final int TEXTS = 48;
    private static final int IN_FLIGHT = 5;

    @Test
    void aFullDiskOfTheSpoolLeavesMessagesOnTheSim() throws Exception {
        TestDatabase.Schema schema = TestDatabase.fresh();
        try (TcpGate gate = new TcpGate(schema.port());
                AwayHouse house = new AwayHouse("disk-spool", schema, schema.through(gate.port()), Map.of());
                SmallDisk disk = SmallDisk.at(house.spool(), "2m")) {
            house.start("");
            house.awaitLines();
            disk.fill();
            gate.shut();
            house.write(TEXTS);
            assertThat(Gateway.await(
                            A_MINUTE, () -> house.victim.output().contains("the spool does not take a message")))
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
            house.end(0, 0);
        }
    }

    @Test
    void aFullDiskOfTheDatabaseLosesAndPromisesNothing() throws Exception {
        Path folder = Gateway.freshFolder("disk-database");
        Path mounted = folder.resolve("disk");
        // Not the disk itself: what unpacks a server below a temporary folder removes its tables' folder first.
        Path data = mounted.resolve("data");
        try (SmallDisk disk = SmallDisk.at(mounted, "200m");
                OwnDatabase database = new OwnDatabase(folder, data)) {
            TestDatabase.Schema schema = database.fresh();
            try (AwayHouse house = AwayHouse.unwitnessed("disk-database-house", schema)) {
                house.start("");
                house.awaitLines();
                house.write(5);
                assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
                disk.fill();
                CompletableFuture<Boolean> taken = house.handOver(A_MINUTE.multipliedBy(3));
                writeUntilRefused(house);
                disk.free();
                assertThat(taken.get(A_MINUTE.toSeconds(), TimeUnit.SECONDS))
                        .as("taken by SMPP: %s", house.score())
                        .isTrue();
                assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
                house.end(IN_FLIGHT, 0);
            }
        }
    }

    /** The tables have some room of their own; the SIM never gets more than it holds. */
    private static void writeUntilRefused(AwayHouse house) throws Exception {
        long end = System.nanoTime() + A_MINUTE.toNanos();
        while (!house.victim.output().contains("cannot store, keeping the copy")) {
            assertThat(System.nanoTime())
                    .as("it met the full disk: %s", house.score())
                    .isLessThan(end);
            if (house.onSim() < TEXTS) {
                house.write(1);
            }
        }
        while (house.onSim() < LEFT_ON_SIM) {
            house.write(1);
        }
    }
}
