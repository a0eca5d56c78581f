package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.crash.TcpGate;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/** A database of the deployer's at the start. */
@Timeout(120)
class DatabaseWaitIT {
    private final TestDatabase.Schema schema = TestDatabase.fresh();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private DatabaseWait wait(String url, String password) {
        return new DatabaseWait(new Database(url, schema.user(), password, () -> {}), out, Duration.ofMillis(100));
    }

    @Test
    void oneThatAnswersIsNotWaitedFor() throws StartRefused {
        wait(schema.url(), schema.password()).await();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a wrong password, '', wrong", "an unknown schema, _nowhere, ''"})
    void whatOnlyAPersonCanPutRightIsRefusedAtOnce(String what, String suffix, String password) {
        String url = schema.url().replace(schema.name(), schema.name() + suffix);
        assertThatThrownBy(() -> wait(url, schema.password() + password).await())
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void oneThatIsAwayIsWaitedForUntilItIsBackAndThatIsSaidOnceAMinute() throws Exception {
        try (TcpGate gate = new TcpGate(schema.port())) {
            gate.shut();
            String url = schema.through(gate.port()).url();
            CompletableFuture<String> start = CompletableFuture.supplyAsync(() -> await(url));
            assertThat(Gateway.await(Duration.ofSeconds(30), () -> said.toString(StandardCharsets.UTF_8)
                            .contains("waiting for the database")))
                    .isTrue();
            Thread.sleep(1000);
            assertThat(start).isNotDone();
            assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("waiting for the database");
            gate.open();
            assertThat(start.get(30, TimeUnit.SECONDS)).isEqualTo("there");
        }
    }

    private String await(String url) {
        try {
            wait(url, schema.password()).await();
            return "there";
        } catch (StartRefused e) {
            return e.getMessage();
        }
    }
}
