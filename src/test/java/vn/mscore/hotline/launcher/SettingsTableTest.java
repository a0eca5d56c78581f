package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings, the code that reads them and the README tell the same. */
class SettingsTableTest {
    private static final Pattern KEY = Pattern.compile("\"(hotline\\.[A-Za-z0-9.]*[A-Za-z0-9])\"");
    private static final Pattern FALLBACK =
            Pattern.compile("(?:number|seconds)\\(\\s*\"(hotline\\.[A-Za-z0-9.]+)\",\\s*([0-9_]+)\\b");
    private static final Pattern README_KEY = Pattern.compile("(?m)^\\| `(hotline\\.[^`]+)` \\|");
    /** Told by the launcher or a test, not by the deployer. */
    private static final Set<String> INSIDE = Set.of(
            "hotline.state",
            "hotline.voice.state",
            "hotline.schema",
            "hotline.war",
            "hotline.properties",
            "hotline.asked",
            "hotline.failpoint",
            "hotline.failpoint.test");

    private final KnownSettings known = KnownSettings.load();

    @Test
    void everyKeyInTheCodeIsInTheTable() throws IOException {
        Set<String> strangers = new TreeSet<>();
        for (String source : sources()) {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                if (known.of(key.group(1)).isEmpty() && !INSIDE.contains(key.group(1))) {
                    strangers.add(key.group(1));
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void literalFallbacksInTheCodeAreTheDefaultsOfTheTable() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String source : sources()) {
            Matcher read = FALLBACK.matcher(source);
            while (read.find()) {
                String inCode = read.group(2).replace("_", "");
                known.of(read.group(1))
                        .filter(row -> !row.fallback().equals(inCode))
                        .ifPresent(row -> differences.add(
                                row.key() + " is " + row.fallback() + " in the table, " + inCode + " in the code"));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** The README shows an empty one so. */
    @Test
    void noDefaultIsTheWordNone() {
        assertThat(known.rows()).extracting(row -> row.fallback()).doesNotContain("none");
    }

    @Test
    void defaultsFitTheirTypes() {
        assertThat(known.rows()).allSatisfy(row -> assertThat(
                        row.fallback().isEmpty() ? "" : row.type().fault(row.fallback()))
                .as(row.key())
                .isEmpty());
    }

    @Test
    void theReadmeShowsTheTable() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(known.rows()).allSatisfy(row -> assertThat(readme).contains(readmeRow(row)));
    }

    @Test
    void everyKeyOfTheTableIsReadByTheCode() throws IOException {
        String code = String.join("\n", sources());
        assertThat(known.rows())
                .extracting(KnownSettings.Known::key)
                .filteredOn(key -> !key.contains("NAME"))
                .allSatisfy(key -> assertThat(code).contains("\"" + key + "\""));
    }

    @Test
    void noKeyIsToldTwice() throws IOException {
        assertThat(known.rows()).extracting(KnownSettings.Known::key).doesNotHaveDuplicates();
        assertThat(README_KEY
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(row -> row.group(1)))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** {@code | `hotline.http.port` | 8080 | its port |}. */
    private static String readmeRow(KnownSettings.Known row) {
        String fallback = row.fallback().isEmpty() ? "none" : row.fallback();
        return "| `" + row.key() + "` | " + fallback + " | " + row.sentence() + " |";
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
