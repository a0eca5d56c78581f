package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the screens refuse they refuse in both languages: the sentence is "Vietnamese / English" ({@link Asked#sentence}). */
class RefusalWordsTest {
    private static final Pattern REASON = Pattern.compile(
            "(?:new Reason|refusal|because|conflict)\\(\\s*\"([a-z-]+(?:\\.[a-z.-]+)?)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)+\"\\s*\\+?\\s*)+)[,)]");

    @ParameterizedTest
    @ValueSource(
            strings = {"switchboard", "voice", "console", "wording", "dossier", "complaint/secret", "complaint/petition"
            })
    void everyRefusalIsSaidInVietnameseAndInEnglish(String room) throws IOException {
        List<String> seen = new ArrayList<>();
        List<String> oneLanguage = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/mscore/hotline", room))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                REASON.matcher(Files.readString(file)).results().forEach(hit -> {
                    seen.add(hit.group(1));
                    if (!hit.group(2).contains(" / ")) {
                        oneLanguage.add(file.getFileName() + " " + hit.group(1));
                    }
                });
            }
        }
        assertThat(seen).as("the search finds refusals").isNotEmpty();
        assertThat(oneLanguage).isEmpty();
    }
}
