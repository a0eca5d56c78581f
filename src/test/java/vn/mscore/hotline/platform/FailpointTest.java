package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailpointTest {
    private static final Pattern HIT = Pattern.compile("Failpoint\\s*\\.hit\\(\\s*\"([^\"]+)\"");
    private static final Pattern ANY_HIT = Pattern.compile("Failpoint\\s*\\.hit\\(");

    /** Before, too: a property that is refused must not be the first that the class reads. */
    @BeforeEach
    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @Test
    void everyListedNameIsInTheCodeAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                Matcher hit = HIT.matcher(code);
                int named = 0;
                for (; hit.find(); named++) {
                    used.add(hit.group(1));
                }
                assertThat(ANY_HIT.matcher(code).results().count())
                        .as("hits without a literal name in %s", source)
                        .isEqualTo(named);
            }
        }
        assertThat(used).isEqualTo(ArmedFailpoint.names()).hasSizeGreaterThanOrEqualTo(20);
    }

    /** {@code crash/points.tsv} is armed by the crash and fault runs, the rest by the tests named beside it. */
    @Test
    void everyPlaceIsArmedBySomeTest() throws IOException {
        Set<String> armed = new TreeSet<>(rows("points.tsv"));
        for (String row : rows("elsewhere.tsv")) {
            String[] cells = row.split("\t");
            assertThat(Files.readString(Path.of("src/test/java/vn/mscore/hotline", cells[1])))
                    .contains(cells[0]);
            assertThat(armed.add(cells[0])).as("%s is in one list", cells[0]).isTrue();
        }
        assertThat(armed).isEqualTo(ArmedFailpoint.names());
    }

    private static List<String> rows(String table) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/crash", table)).stream()
                .filter(row -> !row.startsWith("#"))
                .toList();
    }

    @Test
    void nothingHappensUnarmedOrElsewhere() {
        assertThatCode(() -> Failpoint.hit("sms.afterDelete")).doesNotThrowAnyException();
        Failpoints.arm("sms.afterDelete:throw");
        assertThatCode(() -> Failpoint.hit("sms.beforeInsert")).doesNotThrowAnyException();
    }

    @Test
    void theNthHitFailsAndNoOther() {
        Failpoints.arm("sms.afterDelete:throw:3");
        Failpoint.hit("sms.afterDelete");
        Failpoint.hit("sms.afterDelete");
        assertThatThrownBy(() -> Failpoint.hit("sms.afterDelete")).isInstanceOf(Failpoint.Fired.class);
        assertThatCode(() -> Failpoint.hit("sms.afterDelete")).doesNotThrowAnyException();
    }

    @Test
    void aFullDiskLooksLikeOne() {
        Failpoints.arm("sms.afterDelete:enospc");
        assertThatThrownBy(() -> Failpoint.hit("sms.afterDelete"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sms.nowhere:throw", "sms.afterDelete", "sms.afterDelete:explode", "sms.afterDelete:throw:x"})
    void whatIsNotUnderstoodIsRefused(String point) {
        assertThatThrownBy(() -> Failpoints.arm(point)).isInstanceOf(IllegalArgumentException.class);
    }
}
