package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/** P6: the process dies at each step of the spool, while the database is away and when it is back; nothing is lost. */
@Timeout(600)
class SpoolCrashIT {
    private static final List<String> WHILE_AWAY = List.of(
            "spool.afterWrite.beforeFsync", "spool.afterFsync.beforeRename", "spool.afterRename.beforeDirFsync");
    private static final String WHEN_BACK = "spool.drain.afterCommit.beforeUnlink";
    private static final int TEXTS = 48;
    private static final int SPOOLED = 3;
    private static final int IN_FLIGHT = 5;

    @Test
    void aDeathAtAnyStepOfTheSpoolCostsNoMessage() throws Exception {
        TestDatabase.Schema schema = TestDatabase.fresh();
        try (TcpGate gate = new TcpGate(schema.port());
                AwayHouse house = new AwayHouse("spool", schema.through(gate.port()), Map.of())) {
            for (String place : WHILE_AWAY) {
                house.start(place + ":halt:2");
                gate.shut();
                house.write(TEXTS);
                dies(house, place);
                gate.open();
            }
            house.start(WHEN_BACK + ":halt:2");
            gate.shut();
            house.write(TEXTS);
            assertThat(Gateway.await(A_MINUTE, () -> house.spooled() >= SPOOLED))
                    .as(house.score())
                    .isTrue();
            gate.open();
            dies(house, WHEN_BACK);
            house.start("");
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            assertThat(Gateway.await(A_MINUTE, () -> house.spooled() == 0)).isTrue();
            house.victim.kill();
            assertThat(house.check(schema, (WHILE_AWAY.size() + 1) * IN_FLIGHT)).isEmpty();
        }
    }

    private static void dies(AwayHouse house, String place) throws InterruptedException {
        assertThat(house.victim.diesWithin(A_MINUTE))
                .as("%s: %s", place, house.score())
                .isTrue();
        assertThat(house.victim.exitCode()).as(place).isEqualTo(137);
    }
}
