package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Waits;

/** {@code ivr-scripts/asterisk/watch}: a gateway that stands still is ended, and nobody else. */
@Timeout(60)
@Waits
class WatchScriptTest {
    private static final String WATCH =
            Path.of("ivr-scripts/asterisk/watch").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    private Process gateway;
    private Process watch;

    @BeforeEach
    void start() throws IOException {
        gateway = new ProcessBuilder("sleep", "300").start();
        watch = new ProcessBuilder("bash", WATCH, folder.toString(), "30", "0.2").start();
    }

    @AfterEach
    void end() {
        watch.destroyForcibly();
        gateway.destroyForcibly();
    }

    private void says(String lock, String breath, int secondsAgo) throws IOException {
        says(lock, 3600, breath, secondsAgo);
    }

    private void says(String lock, int takenAgo, String breath, int secondsAgo) throws IOException {
        Path held = Files.writeString(folder.resolve("held"), lock);
        Files.setLastModifiedTime(
                held, FileTime.from(Clock.systemUTC().instant().minusSeconds(takenAgo)));
        Files.move(held, folder.resolve("lock"));
        Path file = Files.writeString(folder.resolve("draft"), breath);
        Files.setLastModifiedTime(
                file, FileTime.from(Clock.systemUTC().instant().minusSeconds(secondsAgo)));
        Files.move(file, folder.resolve("breath"));
    }

    private String own() {
        return Long.toString(gateway.pid());
    }

    /** Within five looks. */
    private boolean ends() throws InterruptedException {
        return gateway.waitFor(1200, TimeUnit.MILLISECONDS);
    }

    @Test
    void aGatewayThatHasNotBreathedForLongIsEnded() throws Exception {
        new ProcessBuilder("kill", "-STOP", own()).start().waitFor();
        says(own(), own(), 60);
        assertThat(gateway.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatBreathesIsLeftAlone() throws Exception {
        says(own(), own(), 5);
        assertThat(ends()).isFalse();
        assertThat(watch.isAlive()).isTrue();
    }

    @Test
    void oneThatBreathesAgainAfterASleepOfTheMachineIsLeftAlone() throws Exception {
        watch.destroyForcibly().waitFor();
        says(own(), own(), 60);
        watch = new ProcessBuilder("bash", WATCH, folder.toString(), "30", "2").start();
        // It looked once by then, and looks again.
        Thread.sleep(Duration.ofSeconds(3).toMillis());
        Files.writeString(folder.resolve("breath"), own());
        assertThat(gateway.waitFor(4500, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void theSuccessorOfOneThatDiedIsLeftAloneUntilItBreathesItself() throws Exception {
        says(own(), "1", 600);
        assertThat(ends()).isFalse();
    }

    @Test
    void theSuccessorThatHasTheNumberOfOneThatDiedIsLeftAloneUntilItBreathesItself() throws Exception {
        says(own(), 2, own(), 600);
        assertThat(ends()).isFalse();
        Files.setLastModifiedTime(
                folder.resolve("lock"),
                FileTime.from(Clock.systemUTC().instant().minusSeconds(900)));
        assertThat(gateway.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoDoesNotHoldTheFolderIsLeftAlone() throws Exception {
        says("1", own(), 600);
        assertThat(ends()).isFalse();
    }

    @Test
    void withoutASignNobodyIsEnded() throws Exception {
        says(own(), "", 600);
        assertThat(ends()).isFalse();
        Files.delete(folder.resolve("breath"));
        assertThat(ends()).isFalse();
    }
}
