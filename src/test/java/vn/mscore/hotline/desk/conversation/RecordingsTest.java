package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The recordings cover what they must. */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/desk");

    @TestFactory
    Stream<DynamicTest> everyTextOfTheFieldIsSaidInSomeConversation() throws IOException {
        List<String> heard = heard();
        return IntStream.rangeClosed(1, 30)
                .mapToObj("T%02d"::formatted)
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(heard).anyMatch(template(name).asMatchPredicate())));
    }

    @Test
    void scenariosOfTheFieldAreRecorded() {
        for (int scenario : new int[] {1, 3, 4, 6, 7, 9}) {
            assertThat(RECORDINGS.toFile().list((folder, file) -> file.startsWith("5.9-" + scenario + "-")))
                    .hasSize(1);
        }
    }

    private static Pattern template(String name) throws IOException {
        String text = Files.readString(Path.of("sms-templates/vi-plain/" + name + ".txt"))
                .strip();
        String quoted = Pattern.quote(text);
        for (String gap : gaps(text)) {
            quoted = quoted.replace("{" + gap + "}", "\\E.+\\Q");
        }
        return Pattern.compile(quoted);
    }

    private static List<String> gaps(String text) {
        return Pattern.compile("\\{([a-z]+)}")
                .matcher(text)
                .results()
                .map(gap -> gap.group(1))
                .distinct()
                .toList();
    }

    private static List<String> heard() throws IOException {
        List<String> heard = new ArrayList<>();
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sms")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.matches("\\w+< .*")) {
                        heard.add(line.replaceFirst("^\\w+< (\\[[^]]*] )?", ""));
                    }
                }
            }
        }
        return heard;
    }
}
