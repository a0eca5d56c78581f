package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class CodeReaderTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-08-17");
    private static final Settings NO_SETTINGS = key -> Optional.empty();

    private final CodeReader reader = new PatternCodeReader(NO_SETTINGS);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "/dossier/codes.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            emptyValue = "")
    void readsAsTheTableSays(ArgumentsAccessor row) {
        int words = row.getInteger(4);
        String text = cell(row, 1).orElse("");
        Optional<CodeReading> read = reader.readPrefix(text, TODAY);
        int length = read.map(CodeReading::length).orElse(0);
        Optional<CodeReading> expected = words == 0
                ? Optional.empty()
                : Optional.of(
                        new CodeReading(cell(row, 2).map(DossierCode::new), cell(row, 3), words, length, cell(row, 5)));
        assertThat(read).as(row.getString(0)).isEqualTo(expected);
        assertThat(text.substring(0, length).chars().filter(c -> c == ' ').count() + (length == 0 ? 0 : 1))
                .as("as many words as characters say")
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H50.15-260814-0012,NAM     | 18",
                "H50.15-260814-0012         | 18",
                "H50 15 260814 0012 VA      | 18",
                "2608140012/ONG AT          | 10",
                "\uFF12\uFF16\uFF10\uFF18\uFF11\uFF14\uFF10\uFF10\uFF11\uFF12. | 10",
            })
    void tellsHowFarACodeGoes(String text, int length) {
        assertThat(reader.readPrefix(text, TODAY).orElseThrow().length()).isEqualTo(length);
    }

    private static Optional<String> cell(ArgumentsAccessor row, int column) {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }

    @Test
    void shapesAreTheDeployersToChange() {
        CodeReader social = new PatternCodeReader(List.of("name,shape", "insurance,d5 /d4 /d5"));
        assertThat(social.readPrefix("O3706 2026 07906 8", TODAY).orElseThrow().code())
                .contains(new DossierCode("03706/2026/07906"));
    }

    @Test
    void unknownNotationShouldRefuseTheStartNamingTheKey() {
        assertThatThrownBy(() -> new PatternCodeReader(List.of("name,shape", "mine,z9")))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.dossier.shapes");
    }
}
