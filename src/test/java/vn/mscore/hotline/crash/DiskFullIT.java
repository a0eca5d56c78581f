package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;
import static vn.mscore.hotline.crash.AwayHouse.LEFT_ON_SIM;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/** P8: the spool's disk, a small file system of its own, is full. Where none may be mounted this is left out, and says so. */
@Timeout(600)
class DiskFullIT {
    private static final int TEXTS = 48;

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
}
