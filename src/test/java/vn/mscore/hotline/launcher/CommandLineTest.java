package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private static CommandLine parse(String... words) {
        return CommandLine.parse(words);
    }

    @Test
    void runIsTheDefault() {
        assertThat(parse().command()).isEqualTo("run");
        assertThat(parse("--config", "a.properties").command()).isEqualTo("run");
    }

    @Test
    void theSettingsFileComesBeforeTheCommand() {
        CommandLine line = parse("--config", "a.properties", "import-units", "units.csv");
        assertThat(line.config()).contains(Path.of("a.properties"));
        assertThat(line.rest()).containsExactly("units.csv");
    }

    @Test
    void wrongWordsAreToldWithASentence() {
        assertThatThrownBy(() -> parse("--config")).hasMessageContaining("--config");
        for (String command : List.of("run", "check", "migrate", "encrypt")) {
            assertThatThrownBy(() -> parse(command, "--config", "a.properties")).hasMessageContaining("before");
        }
        assertThatThrownBy(() -> parse("fly").execute(NOWHERE)).hasMessageContaining("fly");
        assertThatThrownBy(() -> parse("import-units").execute(NOWHERE)).hasMessageContaining("one file");
    }
}
