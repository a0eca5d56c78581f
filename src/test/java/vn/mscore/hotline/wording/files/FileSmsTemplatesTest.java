package vn.mscore.hotline.wording.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;

class FileSmsTemplatesTest {
    private static final Path SOURCES = Path.of("sms-templates");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> publishedTextsAreSentWordForWord() throws IOException {
        FileSmsTemplates templates = with(Map.of());
        return Files.readAllLines(Path.of("src/test/resources/wording/samples.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> assertThat(
                                templates.render(row[0], Language.valueOf(row[1]), values(row[2])))
                        .isEqualTo(row[3])));
    }

    private static Map<String, String> values(String column) {
        return Arrays.stream(column.split("\\|"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @TestFactory
    Stream<DynamicTest> everyTextRendersWithItsLongestValues() {
        FileSmsTemplates templates = with(Map.of());
        TemplateFiles files = new TemplateFiles(Optional.empty());
        Map<String, Placeholder> placeholders = Placeholder.read(files.rows("placeholders.tsv"));
        return Stream.of(Language.values()).flatMap(language -> files.texts(language).keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name + " " + language, () -> {
                    Map<String, String> longest = new HashMap<>();
                    placeholders.forEach((gap, p) -> longest.put(gap, "W".repeat(p.budget(language))));
                    String text = templates.render(name, language, longest);
                    assertThat(text).doesNotContain("{").isNotBlank();
                    assertThat(text.length()).isLessThanOrEqualTo(language == Language.VI ? 201 : 160);
                })));
    }

    @Test
    void everyFileIsInTheTableOfNamesAndEveryNameHasAFile() throws IOException {
        TemplateFiles files = new TemplateFiles(Optional.empty());
        for (Language language : Language.values()) {
            try (Stream<Path> there = Files.list(SOURCES.resolve(language.folder()))) {
                assertThat(there.map(file -> file.getFileName().toString().replace(".txt", ""))
                                .filter(name -> !name.equals("words.tsv")))
                        .containsExactlyInAnyOrderElementsOf(files.rows("names.tsv").stream()
                                .map(row -> row.split("\t")[0])
                                .toList());
            }
        }
    }

    @Test
    void allThirtyTextsOfTheFieldAreThere() {
        assertThat(new TemplateFiles(Optional.empty()).texts(Language.VI))
                .containsKeys(java.util.stream.IntStream.rangeClosed(1, 30)
                        .mapToObj(n -> "T%02d".formatted(n))
                        .toArray(String[]::new));
    }

    @Test
    void oneRewrittenTextThatBreaksTheRulesKeepsNoOtherFromBeingUsed() {
        FileSmsTemplates templates = with(Map.of());
        templates.lay(Map.of(
                Language.VI_PLAIN, Map.of("T22", "Chua hieu. Goi {hotline}.", "T24", "Xem http://evil.example/"),
                Language.VI, Map.of("T22", "Chưa hiểu → gọi {hotline}.")));
        assertThat(templates.text(Language.VI_PLAIN, "T22")).isEqualTo("Chua hieu. Goi {hotline}.");
        assertThat(templates.text(Language.VI, "T22"))
                .as("a sign that is no longer taken, in a text that is in use")
                .isEqualTo("Chưa hiểu → gọi {hotline}.");
        assertThat(templates.isRewritten(Language.VI_PLAIN, "T24")).isFalse();
        assertThat(templates.faults(
                        "T22",
                        Map.of(
                                Language.VI, "Chưa hiểu → gọi {hotline}.",
                                Language.VI_PLAIN, "Chua hieu. Goi {hotline}.",
                                Language.EN, "Not understood. Call {hotline}.")))
                .singleElement()
                .asString()
                .contains("→ (U+2192)");
    }

    @Test
    void row164BracesInAValueStayAsTheyAre() {
        assertThat(with(Map.of())
                        .render(
                                "T06",
                                Language.VI_PLAIN,
                                Map.of("office", "{code} ${x}", "code", "A-1", "due", "{due}", "reason", "$1 \\")))
                .startsWith("{code} ${x} xin loi ong/ba: HS A-1 bi cham. Hen lai ngay {due}. Ly do: $1 \\.");
    }

    @Test
    void row165MissingValuesAndUnknownNamesAreBugs() {
        FileSmsTemplates templates = with(Map.of());
        assertThatThrownBy(() -> templates.render("T01", Language.VI, Map.of())).hasMessageContaining("T01");
        assertThatThrownBy(() -> templates.render("T99", Language.VI, Map.of())).hasMessageContaining("T99");
    }

    @Test
    void row169MissingLanguageFallsToVietnamese() {
        assertThat(with(Map.of()).render("T22", null, Map.of())).startsWith("Chua hieu tin nhan.");
    }

    @Test
    void longValuesAreCutAtAWordAndCodesNever() {
        FileSmsTemplates templates = with(Map.of());
        assertThat(templates.render(
                        "T04",
                        Language.VI_PLAIN,
                        Map.of(
                                "code",
                                "H50.15.03.001.002-210301-00012",
                                "office",
                                "Trung tâm Phục vụ hành chính công")))
                .contains("H50.15.03.001.002-210301-00012")
                .contains("Moi den Trung tam Phuc vu hanh nhan,")
                .doesNotContain("chinh");
    }

    @Test
    void controlsInAValueBecomeBlanks() {
        assertThat(with(Map.of())
                        .render("T04", Language.VI_PLAIN, Map.of("code", "A-1", "office", "Khe\u202E\r\nSanh")))
                .contains("Moi den Khe Sanh nhan");
    }

    @Test
    void hotlineIsASetting() {
        assertThat(with(Map.of("hotline.number", "02333852222")).render("T24", Language.EN, Map.of()))
                .contains("113 police");
        assertThat(with(Map.of("hotline.number", "02333852222")).render("T22", Language.EN, Map.of()))
                .contains("call 02333852222 (free)");
        assertThatThrownBy(() -> with(Map.of("hotline.number", "call us"))).hasMessageContaining("hotline.number");
    }

    @Test
    void deployersFileReplacesOurs() throws IOException {
        write("vi-plain/T22.txt", "Xin goi {hotline}.\n");
        assertThat(withFolder().render("T22", Language.VI_PLAIN, Map.of())).isEqualTo("Xin goi 18008081.");
        assertThat(withFolder().render("T22", Language.EN, Map.of())).startsWith("We did not understand");
    }

    @Test
    void reasonGoesWholeAndItsEchoIsKnownAsOurs() {
        FileSmsTemplates templates = with(Map.of());
        String reason = "việc này thuộc thẩm quyền của tỉnh khác ".repeat(6) + "Hết lời.";
        Map<String, String> values = Map.of("ticket", "26001234", "cause", reason, "due", "28/08/2026");
        assertThat(templates.render("T63", Language.VI_PLAIN, values)).doesNotContain("Het loi");
        String whole = templates.whole("T63", Language.VI_PLAIN, values);
        assertThat(whole).contains("Ly do: viec nay thuoc", "Het loi.. Khong dong y");
        assertThat(templates.isOurs(whole)).isTrue();
        assertThat(templates.whole("T63", Language.VI, values)).contains(reason);
    }

    @Test
    void deployersWordsAreLaidOverOurs() throws IOException {
        write("en/words.tsv", "alarm.backup-old\tno backup was made\n");
        assertThat(withFolder().render("alarm.backup-old", Language.EN, Map.of()))
                .isEqualTo("no backup was made");
        assertThat(withFolder().render("alarm.disk-full", Language.EN, Map.of()))
                .isEqualTo("the disk of a server is nearly full");
        assertThat(withFolder().render("alarm.backup-old", Language.VI_PLAIN, Map.of()))
                .isEqualTo("ban sao luu da qua cu");
    }

    @TestFactory
    Stream<DynamicTest> faultyTextsRefuseTheStart() {
        return Stream.of(
                        new String[] {"vi-plain/T22.txt", "Goi {phone}", "unknown placeholder"},
                        new String[] {"vi-plain/T22.txt", "Goi {hotline", "unknown placeholder"},
                        new String[] {"vi-plain/T15.txt", "Phieu {ticket}", "different placeholders"},
                        new String[] {"vi-plain/T22.txt", "Gọi {hotline}", "not plain GSM"},
                        new String[] {"vi-plain/T22.txt", "A & B", "not plain GSM"},
                        new String[] {"en/T22.txt", "[help]", "not plain GSM"},
                        new String[] {"vi/T22.txt", "Gọi {hotline} \uD83D\uDE00", "\uD83D\uDE00 (U+1F600)"},
                        new String[] {"vi/T22.txt", "Gọi \u260E {hotline}", "\u260E (U+260E)"},
                        new String[] {"vi/T22.txt", "Gọi {hotline} \u4E2D", "\u4E2D (U+4E2D)"},
                        new String[] {"en/T22.txt", "call {hotline} \uD83D\uDE00", "\uD83D\uDE00 (U+1F600)"},
                        new String[] {"vi/T21.txt", "{ticket} http://x.vn", "T21, bản có dấu: có địa chỉ web"},
                        new String[] {"vi-plain/T15.txt", "Phieu {ticket}", "có chỗ điền khác nhau giữa các bản"},
                        new String[] {"vi/T22.txt", "row 168: a\nb", "line break"},
                        new String[] {"vi/T22.txt", "row 168: a\u202Eb", "direction mark"},
                        new String[] {"vi-plain/T22.txt", "row 166: " + "x".repeat(152), "more than 160"},
                        new String[] {"vi/T22.txt", "ư".repeat(202), "more than 201"},
                        new String[] {"vi/T21.txt", "row 167: {ticket} tố cáo", "names a denunciation"},
                        new String[] {"vi/T21.txt", "row 167: {ticket} http://x.vn", "web address"},
                        new String[] {"vi/T22.txt", "", "is empty"},
                        new String[] {"vi/T99.txt", "new", "no text is called T99.txt"},
                        new String[] {"en/words.tsv", "lefft.today\ttoday", "lefft.today is missing in"})
                .map(row -> DynamicTest.dynamicTest(row[2] + ": " + row[0], () -> {
                    Path file = write(row[0], row[1] + "\n");
                    assertThatThrownBy(this::withFolder)
                            .isInstanceOf(Settings.WrongSetting.class)
                            .hasMessageContaining(row[2]);
                    Files.delete(file);
                }));
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private FileSmsTemplates withFolder() {
        return with(Map.of("hotline.templates", folder.toString()));
    }

    private static FileSmsTemplates with(Map<String, String> settings) {
        return new FileSmsTemplates(key -> Optional.ofNullable(settings.get(key)));
    }
}
