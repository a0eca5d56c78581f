package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.DeskTable;
import vn.mscore.hotline.dossier.PatternCodeReader;

class KeywordGrammarTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-08-17");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private final KeywordGrammar grammar = new KeywordGrammar(
            DeskTable.rows(Optional.empty(), "keywords.tsv"), new PatternCodeReader(key -> Optional.empty()));

    @TestFactory
    Stream<DynamicTest> textsAreUnderstood() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/desk/grammar.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> DynamicTest.dynamicTest(
                        row[0], () -> assertThat(show(read(row[2], row[1]))).isEqualTo(unescape(row[3]))));
    }

    private Order read(String text, String open) {
        Optional<Question.Kind> kind = open.equals("-") ? Optional.empty() : Optional.of(Question.Kind.valueOf(open));
        return grammar.read(unescape(text), TODAY, kind);
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text.replace("\\n", "\n"))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    private static String show(Order order) {
        StringBuilder text = new StringBuilder(order.verb().name());
        order.code().ifPresent(code -> {
            code.code().ifPresent(c -> text.append(' ').append(c.value()));
            code.tenDigits().ifPresent(ten -> text.append(" ten=").append(ten));
            code.flaw().ifPresent(flaw -> text.append(" flaw"));
        });
        order.pin().ifPresent(pin -> text.append(" pin=").append(pin));
        order.number().ifPresent(number -> text.append(" number=").append(number));
        order.ticket().ifPresent(ticket -> text.append(" ticket=").append(ticket.digits()));
        text.append(order.typed().isEmpty() ? "" : " typed=" + order.typed());
        return text.append(order.words().isEmpty() ? "" : " words=" + order.words())
                .toString();
    }

    @Test
    void row8TenPartsAreReadWhole() {
        String long1530 = "PA " + "duong hu ".repeat(170);
        assertThat(read(long1530, "-").words()).hasSize(long1530.strip().length() - 3);
    }

    @Test
    void row10HalvesOfCharactersBecomeMarks() {
        assertThat(read("PA \\uD83D duong hu", "-").words()).isEqualTo("duong hu");
        assertThat(Words.of("a \uD83D b").whole()).isEqualTo("a \uFFFD b");
    }

    @Test
    void sixtyFourKilobytesAreReadInTime() {
        String huge = "TC H50.15-260814-0012 xin ".repeat(2500);
        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(60), () -> read(huge, "SURVEY_SCORE"));
    }

    @TestFactory
    Stream<DynamicTest> theLongestTextsAreReadInOneGo() {
        return Stream.of(
                        "a ",
                        "1 ",
                        "H50.15-260814-0012 ",
                        "PA H50.15 ",
                        "260814 ",
                        "-",
                        ".. ",
                        "soan ",
                        "TCCDPA1",
                        "a\u0301",
                        "a/",
                        "9")
                .map(piece -> DynamicTest.dynamicTest(
                        "P22: 255 parts of \"" + piece + "\"",
                        () -> assertTimeoutPreemptively(
                                Duration.ofSeconds(60), () -> read(piece.repeat(39_015 / piece.length()), "-"))));
    }

    @Test
    void aTwoIsALateNoOnlyWhereNothingIsAsked() {
        assertThat(grammar.isLoneNo("2", false)).isTrue();
        assertThat(grammar.isLoneNo("2", true)).isFalse();
        assertThat(grammar.isLoneNo("2 thai do", false)).isFalse();
        assertThat(grammar.isLoneNo("khong", false)).isFalse();
        assertThat(grammar.isLoneNo("chua xong", true)).isTrue();
    }
}
