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
                AwayHouse house = new AwayHouse("spool", schema, schema.through(gate.port()), Map.of())) {
            // First: what another death left in the spool would be drained, and this one met, before anything was shut.
            shutsAndWrites(house, gate, WHEN_BACK);
            assertThat(Gateway.await(A_MINUTE, () -> house.spooled() >= SPOOLED))
                    .as(house.score())
                    .isTrue();
            gate.open();
            dies(house, WHEN_BACK);
            for (String place : WHILE_AWAY) {
                shutsAndWrites(house, gate, place);
                dies(house, place);
                gate.open();
            }
            house.start("");
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            int deaths = WHILE_AWAY.size() + 1;
            house.end(deaths * IN_FLIGHT, deaths);
        }
    }

    private static void shutsAndWrites(AwayHouse house, TcpGate gate, String place) throws Exception {
        house.start(place + ":halt:2");
        house.awaitLines();
        gate.shut();
        house.write(TEXTS);
    }

    private static void dies(AwayHouse house, String place) throws InterruptedException {
        assertThat(house.victim.diesWithin(A_MINUTE))
                .as("%s: %s", place, house.score())
                .isTrue();
        assertThat(house.victim.exitCode()).as(place).isEqualTo(137);
    }
}
