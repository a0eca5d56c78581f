package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.TestDatabase;

/** P26: little memory, no file to be opened any more, one connection to the database: it waits, and goes on by itself. */
@Timeout(600)
class ExhaustionIT {
    private static final int TEXTS = 60;
    private static final int IN_FLIGHT = 5;
    /** What Java ends with when it was told to at the end of its memory. */
    private static final int OUT_OF_MEMORY = 3;

    private final TestDatabase.Schema schema = TestDatabase.fresh();

    @Test
    void withNinetySixMegabytesAndOneConnectionAllIsAnsweredAsAlways() throws Exception {
        try (AwayHouse house = new AwayHouse("exhaustion", schema, schema, Map.of("test.connections", "1"))) {
            house.victim.options("-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
            house.start("");
            house.write(TEXTS);
            CompletableFuture<Boolean> taken = house.handOver(A_MINUTE);
            assertThat(house.settles(A_MINUTE.multipliedBy(2)))
                    .as(house.score())
                    .isTrue();
            assertThat(taken.get(A_MINUTE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            house.end(0, 0);
        }
    }

    @Test
    void withoutAFileToBeOpenedItWaitsAndGoesOnWhenThereAreSome() throws Exception {
        AptTool.skipUnless(
                Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "no program here that changes limits of a running process");
        try (TcpGate gate = new TcpGate(schema.port());
                AwayHouse house = new AwayHouse("exhaustion", schema, schema.through(gate.port()), Map.of())) {
            house.start("");
            house.awaitLines();
            house.write(5);
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            AptTool.skipUnless(limit(house, "16:"), "limits of a running process may not be changed here");
            gate.shut();
            gate.open();
            house.centre.cut();
            house.write(TEXTS);
            assertThat(house.victim.diesWithin(Duration.ofSeconds(5)))
                    .as(house.score())
                    .isFalse();
            assertThat(house.answered()).as("nobody, without a connection").isEqualTo(5);
            assertThat(limit(house, "4096:")).as("it may open files again").isTrue();
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            assertThat(house.handOver(A_MINUTE).get(A_MINUTE.toSeconds(), TimeUnit.SECONDS))
                    .as("the centre is bound again")
                    .isTrue();
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            house.end(IN_FLIGHT, 0);
        }
    }

    /** Whether that is how many files it may have open now. */
    private static boolean limit(AwayHouse house, String files) throws IOException, InterruptedException {
        return new ProcessBuilder("prlimit", "--pid", Long.toString(house.victim.pid()), "--nofile=" + files)
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void atTheEndOfItsMemoryItDiesAloudAndNothingIsLostWhenItIsStartedAgain() throws Exception {
        try (AwayHouse house = new AwayHouse("exhaustion", schema, schema, Map.of())) {
            house.victim.options("-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
            house.start("");
            Path sign = Files.createFile(house.home.resolve("var").resolve(Victim.GLUTTONY));
            house.write(TEXTS);
            assertThat(house.victim.diesWithin(A_MINUTE)).as(house.score()).isTrue();
            assertThat(house.victim.exitCode()).isEqualTo(OUT_OF_MEMORY);
            Files.delete(sign);
            house.start("");
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            house.end(IN_FLIGHT, 1);
        }
    }
}
