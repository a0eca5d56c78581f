package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may be wrong has words for the telephone and for the screen. */
class AlarmWordsTest {
    private static final List<String> KINDS = Stream.of(
                    Stream.of(Alarms.Kind.values()).map(AlarmLevels::label),
                    Stream.of(VoiceAlarms.Kind.values()).map(AlarmLevels::label),
                    Stream.of("data-requests"))
            .flatMap(kinds -> kinds)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"vi", "vi-plain", "en"})
    void textsHaveAWordForEveryKind(String language) throws IOException {
        assertThat(keys(Path.of("sms-templates", language, "words.tsv"), "\t")).containsAll(named());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void screensHaveAWordForEveryKind(String language) throws IOException {
        Path words = Path.of("src/main/resources/console/words_" + language + "_admin.properties");
        assertThat(keys(words, "=")).containsAll(named());
    }

    @Test
    void kindsOfDifferentSourcesHaveDifferentNames() {
        assertThat(KINDS).doesNotHaveDuplicates();
    }

    private static List<String> named() {
        return KINDS.stream().map(kind -> "alarm." + kind).toList();
    }

    private static List<String> keys(Path file, String separator) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(separator)[0])
                .toList();
    }
}
