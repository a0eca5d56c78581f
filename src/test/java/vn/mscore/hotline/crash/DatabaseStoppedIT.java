package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.OwnDatabase;
import vn.mscore.hotline.house.TestDatabase;

/**
 * P7: a real mariadbd is stopped (SIGTERM), killed (SIGKILL) or hung (SIGSTOP) again and again while citizens write, and everything is caught
 * up with in a minute. {@code -Daway.seconds=10 -Daway.rounds=10}; {@code -Daway.seconds=600 -Daway.rounds=1}.
 */
@Timeout(3600)
class DatabaseStoppedIT {
    private static final Logger LOG = Logger.getLogger(DatabaseStoppedIT.class.getName());
    private static final int SECONDS = Integer.getInteger("away.seconds", 3);
    private static final int ROUNDS = Integer.getInteger("away.rounds", 2);
    private static final int TEXTS = 48;
    private static final int IN_FLIGHT = 5;

    enum Way {
        STOPPED,
        KILLED,
        HUNG;

        void begin(OwnDatabase database) throws IOException, InterruptedException {
            switch (this) {
                case STOPPED -> database.terminate();
                case KILLED -> database.kill();
                case HUNG -> database.hang();
            }
        }

        void end(OwnDatabase database) throws IOException, InterruptedException {
            if (this == HUNG) {
                database.goOn();
            } else {
                database.start();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseGoesAndComesAgainAndAgainAndNothingIsLost(Way way) throws Exception {
        var folder = Gateway.freshFolder("own-database");
        try (OwnDatabase database = new OwnDatabase(folder, folder.resolve("data"))) {
            TestDatabase.Schema schema = database.fresh();
            try (AwayHouse house = AwayHouse.unwitnessed("stopped", schema)) {
                house.start("");
                house.awaitLines();
                house.write(5);
                assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
                for (int round = 1; round <= ROUNDS; round++) {
                    away(way, database, house);
                }
                house.end(ROUNDS * IN_FLIGHT, 0);
            }
        }
    }

    private static void away(Way way, OwnDatabase database, AwayHouse house) throws Exception {
        way.begin(database);
        CompletableFuture<Boolean> taken = house.handOver(Duration.ofSeconds(SECONDS + A_MINUTE.toSeconds()));
        house.write(TEXTS);
        Thread.sleep(SECONDS * 1000L);
        LOG.info(() -> way + ", after " + SECONDS + " s: " + house.onSim() + " on the SIM, " + house.spooled()
                + " in the spool");
        way.end(database);
        long back = System.nanoTime();
        assertThat(taken.get(A_MINUTE.toSeconds(), TimeUnit.SECONDS))
                .as("taken by SMPP: %s", house.score())
                .isTrue();
        assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
        LOG.info(() -> "caught up with after "
                + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms, " + house.written() + " texts so far");
    }
}
