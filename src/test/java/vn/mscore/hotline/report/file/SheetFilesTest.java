package vn.mscore.hotline.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.report.Exports.Format;
import vn.mscore.hotline.report.Sheet;

class SheetFilesTest {
    private static Sheet sheet(Object... cells) {
        return new Sheet("thu", List.of("Một"), Stream.of(Arrays.asList(cells)), List.of());
    }

    private static String csv(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvFile().write(sheet(cells), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Everything in the package, read by its directory as spreadsheet programs do. */
    private static String xlsx(Object... cells) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target/sheets")), "sheet", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new XlsxFile().write(sheet(cells), out);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return all.toString();
    }

    @Test
    void csvBeginsWithAMarkAndEndsLinesAsRfc4180Says() throws IOException {
        assertThat(csv("Khe Sanh", 3, LocalDate.parse("2026-08-20"), Optional.empty(), null))
                .isEqualTo("\uFEFFMột\r\nKhe Sanh,3,2026-08-20,,\r\n");
        assertThat(csv("a\"b", "c,d", "e\nf")).endsWith("\"a\"\"b\",\"c,d\",\"e\nf\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+84912",
                "=HYPERLINK(\"http://x\";\"y\")",
                "+1+1",
                "-2",
                "-2+3",
                "@SUM",
                "@SUM(A1)",
                "\tx",
                "\t=1+1",
                "\rx",
                "\r=1+1",
                "\nx",
                "\u0000=1",
                "＝1",
                " =1+1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF @SUM(A1)",
                "\u3164+1",
                "\uFFFE=HYPERLINK(\"http://x\";\"y\")",
                "\uFFFF \u0001=1+1",
                "\uFDD0=1"
            })
    void rows13And16And143NothingIsAFormula(String text) throws IOException {
        String line = csv(text).lines().skip(1).findFirst().orElseThrow();
        assertThat(line.replace("\"", "")).startsWith("'");
        assertThat(xlsx(text))
                .containsPattern("<c r=\"A2\" t=\"inlineStr\"><is><t[^>]*>(&apos;|&#39;|')")
                .doesNotContain("<f>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;=1+1", "x\t=1+1", "x,=1+1", "x\";=1+1", ";=1+1;", "a\r\n=1+1"})
    void row16NoCellBeginsAFormulaWhateverSeparatesThem(String text) throws IOException {
        String line = csv(text, "y").split("\r\n", 2)[1];
        for (String separator : List.of(",", ";", "\t")) {
            assertThat(cells(line, separator)).as(separator).noneMatch(cell -> cell.startsWith("="));
        }
        assertThat(xlsx(text)).doesNotContain("<f>");
    }

    /** As a spreadsheet program reads them whose cells are kept apart by {@code separator}. */
    private static List<String> cells(String line, String separator) {
        String quoted = "\"(?:[^\"]|\"\")*\"";
        return Pattern.compile("(?:" + quoted + "|[^\"" + separator + "\r\n])+")
                .matcher(line)
                .results()
                .map(found -> found.group().replaceAll("^\"", ""))
                .toList();
    }

    @Test
    void rows14To16MarkupControlsAndDirectionMarksStayText() throws IOException {
        String evil = "<script>x</script>\u0001\u202Eabc\u0000";
        assertThat(xlsx(evil))
                .contains("&lt;script&gt;")
                .doesNotContain("\u0001")
                .doesNotContain("\u0000");
        assertThat(csv(evil)).contains("<script>x</script>").doesNotContain("\u0000");
    }

    @Test
    void aNumberStaysANumberEvenBelowNothing() throws IOException {
        assertThat(csv(-5)).endsWith("-5\r\n");
        assertThat(xlsx(-5)).contains("<v>-5</v>");
    }

    @Test
    void row144ALongWordIsCutInXlsxOnly() throws IOException {
        assertThat(csv("x".repeat(40_000))).hasSizeGreaterThan(40_000);
        assertThat(xlsx("x".repeat(40_000))).doesNotContain("x".repeat(32_768));
    }

    @Test
    void row141AMillionRowsAreNotKept() throws IOException {
        long[] bytes = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] data, int from, int length) {
                bytes[0] += length;
            }
        };
        Sheet million = new Sheet(
                "nhieu",
                List.of("n"),
                Stream.iterate(List.<Object>of(1L), row -> row).limit(1_000_000),
                List.of());
        assertThat(new CsvFile().write(million, counting)).isEqualTo(1_000_000);
        assertThat(bytes[0]).isGreaterThan(3_000_000);
    }

    @Test
    void aFileNameTellsWhatAndWhenOnly() {
        assertThat(Format.XLSX.fileName("ho-so-qua-han", LocalDate.parse("2026-08-20")))
                .isEqualTo("ho-so-qua-han-2026-08-20.xlsx");
    }
}
