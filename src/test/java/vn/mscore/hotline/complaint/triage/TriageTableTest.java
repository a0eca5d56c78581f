package vn.mscore.hotline.complaint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.platform.Settings;

class TriageTableTest {
    private static final Path CASES = Path.of("src/test/resources/complaint/triage.tsv");

    private final ComplaintTables tables = new ComplaintTables(key -> Optional.empty());
    private final Triage triage = new RuleTriage(tables);

    @TestFactory
    Stream<DynamicTest> wordsShouldSuggestWhatTheTableSays() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)));
    }

    private void check(String[] row) {
        Triage.Suggestion seen = triage.suggest(row[1]);
        String found = String.join(
                " ",
                seen.category().map(Category::code).orElse("-"),
                yes(seen.sure()),
                yes(seen.secret()),
                yes(seen.urgent()),
                yes(seen.named()));
        assertThat(found)
                .as("%s, why: %s", row[1], seen.why())
                .isEqualTo(String.join(" ", row[2], row[3], row[4], row[5], row.length > 6 ? row[6] : "no"));
    }

    private static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    @Test
    void everyCategoryShouldHaveALeadInBothTimesAndOnlyKhacNoWords() {
        assertThat(tables.all()).hasSize(25).allSatisfy(category -> {
            assertThat(category.threeTierLead()).isNotBlank();
            assertThat(category.twoTierLead()).isNotBlank();
            assertThat(category.answerDays()).isBetween(1, 30);
            assertThat(category.words().isEmpty()).isEqualTo(category.code().equals(Category.OTHER));
        });
    }

    @Test
    void ownTablesShouldBeRefusedNamingTheSettingAndNotItsValue() {
        Settings own = key -> Optional.of("/nowhere/at/all");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new ComplaintTables(own)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.complaint.tables")
                .hasMessageNotContaining("nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authority", "title", "post", "family", "nobody", "link", "own"})
    void tableWithoutWordsForThoseWhoGovernShouldBeRefusedNamingTheFile(String list, @TempDir Path own)
            throws IOException {
        Path ours = Path.of("src/main/resources/complaint");
        String read = Files.readString(ours.resolve("categories.tsv"));
        Files.writeString(own.resolve("categories.tsv"), read);
        List<String> words = Files.readAllLines(ours.resolve("words.tsv"));
        Files.write(own.resolve("words.tsv"), words);
        assertThatNoException().isThrownBy(() -> new ComplaintTables(key -> Optional.of(own.toString())));
        Files.writeString(own.resolve("categories.tsv"), read.replace("\tPC\t", "\tB 2\t"));
        assertThatThrownBy(() -> new ComplaintTables(key -> Optional.of(own.toString())))
                .hasMessageContaining("committees are capital letters");
        Files.writeString(own.resolve("categories.tsv"), read);
        words.removeIf(line -> line.startsWith(list + "\t"));
        Files.write(own.resolve("words.tsv"), words);
        assertThatThrownBy(() -> new ComplaintTables(key -> Optional.of(own.toString())))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("words.tsv")
                .hasMessageContaining(list);
    }
}
