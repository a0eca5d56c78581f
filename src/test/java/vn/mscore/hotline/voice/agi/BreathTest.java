package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.voice.VoiceFolders;

@Waits
class BreathTest {
    @TempDir
    private Path var;

    private Breath breath(String asterisk) {
        Map<String, String> all = Map.of("hotline.var", var.toString(), "hotline.voice.asterisk", asterisk);
        Settings settings = key -> Optional.ofNullable(all.get(key));
        return new Breath(settings, new VoiceFolders(settings), Executors.defaultThreadFactory());
    }

    @Test
    void aGatewayThatTakesCallsSignsWithItsNumberUntilItStops() throws Exception {
        Breath breath = breath("external");
        Path file = var.resolve("breath");
        breath.start();
        assertThat(Gateway.await(Duration.ofSeconds(10), () -> Files.exists(file)))
                .isTrue();
        Thread.sleep(200);
        assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
        Files.delete(file);
        assertThat(Gateway.await(Duration.ofSeconds(15), () -> Files.exists(file)))
                .as("again and again")
                .isTrue();
        breath.stop();
        assertThat(file).doesNotExist();
    }

    @Test
    void oneThatTakesNoneDoesNot() throws Exception {
        Breath breath = breath("off");
        breath.start();
        Thread.sleep(200);
        breath.stop();
        assertThat(var).isEmptyDirectory();
    }
}
