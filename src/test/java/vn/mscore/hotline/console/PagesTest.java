package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ToldUpward;
import vn.mscore.hotline.console.leader.ToldPage;
import vn.mscore.hotline.console.leader.ToldRows;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.TicketNumber;

/** Templates and words of all areas. */
class PagesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/console");
    private static final Pattern WORD = Pattern.compile("\\bt\\(\"([^\"]+)\"\\s*[,)]");
    private static final Pattern UNSAFE =
            Pattern.compile("\\|\\s*raw|autoescape|<script>|style=|\\son[a-z]+=|hx-on|javascript:|hx-vals='js:");
    private static final Pattern TIME = Pattern.compile("<time\\b[^>]*>");
    private static final Pattern ICON = Pattern.compile("icon\\(\"([^\"]+)\"\\)");

    private final Words words = new Words();
    private final Pages pages = DrawnPages.withoutMenu(words);

    @Test
    void phrasesAndSentencesOfTheProgramAreSaidInTheReadersLanguage() {
        assertThat(words.phrase(Language.VI, "lines.detail", "home network")).isEqualTo("mạng nhà");
        assertThat(words.phrase(Language.VI, "lines.detail", "no network for 12 min"))
                .isEqualTo("không có mạng, 12 phút");
        assertThat(words.phrase(Language.EN, "lines.detail", "home network")).isEqualTo("home network");
        assertThat(words.phrase(Language.VI, "lines.detail", "nobody knows this one"))
                .isEqualTo("nobody knows this one");
        assertThat(Words.half(Language.VI, "phải là ngày/tháng/năm / must be dd/mm/yyyy"))
                .isEqualTo("phải là ngày/tháng/năm");
        assertThat(Words.half(Language.EN, "phải là ngày/tháng/năm / must be dd/mm/yyyy"))
                .isEqualTo("must be dd/mm/yyyy");
    }

    @TestFactory
    Stream<DynamicTest> everyTemplateCanBeParsed() throws IOException {
        return files(".peb").stream().map(file -> {
            String name = TEMPLATES.relativize(file).toString().replace(".peb", "");
            return DynamicTest.dynamicTest(name, () -> pages.parse(name));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyTemplateEscapesAndHoldsNoScriptAndNoStyle() throws IOException {
        return files(".peb").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(
                                UNSAFE.matcher(Files.readString(file)).results())
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyWordOfATemplateIsThereInBothLanguages() throws IOException {
        return files(".peb").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Matcher used = WORD.matcher(Files.readString(file));
                    while (used.find()) {
                        for (Language language : List.of(Language.VI, Language.EN)) {
                            assertThat(words.has(language, used.group(1)))
                                    .as("%s in %s", used.group(1), language)
                                    .isTrue();
                        }
                    }
                }));
    }

    @Test
    void everyTimeThatIsNoDurationIsSaidToMachinesToo() throws IOException {
        for (Path file : files(".peb")) {
            TIME.matcher(Files.readString(file)).results().forEach(time -> assertThat(time.group())
                    .as("%s", file)
                    .containsAnyOf(" datetime=\"", " data-since=\""));
        }
    }

    /** What follows g: as the scripts take it and as the sheet lists it. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void theSheetListsThePlacesThatTheRoleCanGoTo(Role role) {
        Viewer viewer = new Viewer(1, "minh", "Minh", role, Optional.empty(), false);
        String page = pages.render("home", java.util.Map.of(), Asked.by(viewer, Language.EN));
        List<String> taken = found(
                "(?<=[ \"])(\\w)=[A-Z]+", found("data-groups=\"[^\"]*\"", page).get(0));
        String line = found("<div data-for=\"groups\"><dt><kbd>g</kbd> (?!<kbd>q).*?</div>", page).stream()
                .findFirst()
                .orElse("");
        assertThat(found("(?<=<kbd>)(?!g)\\w", line)).isEqualTo(taken);
        assertThat(line.contains("unclassified")).isEqualTo(role == Role.OPERATOR);
        assertThat(line.contains("overdue / waiting / all")).isEqualTo(!taken.isEmpty());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(one -> one.group(one.groupCount()))
                .toList();
    }

    /** What is written outlives the end of a session; what is or becomes sealed stays in no browser. */
    @Test
    void everyFormInWhichSomebodyWritesIsKeptUnlessItIsSealed() throws IOException {
        int kept = 0;
        for (Path file : files(".peb")) {
            boolean sealed = file.getParent().endsWith("sealed");
            for (String form : found("(?s)<form\\b.*?</form>", Files.readString(file))) {
                boolean keeps = form.matches("(?s)<form[^>]* data-keeps\\b.*");
                assertThat(keeps && sealed).as("%s %s", file, form).isFalse();
                assertThat(keeps || sealed || !form.contains("<textarea"))
                        .as("%s %s", file, form)
                        .isTrue();
                kept += keeps ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(10);
        assertThat(Files.readString(TEMPLATES.resolve("desk/enter.peb"))).contains("== \"DENUNCIATION\" %} data-seals");
        assertThat(Files.readString(TEMPLATES.resolve("case.peb")))
                .contains("== \"DENUNCIATION\" %} data-seals", "k.secret %} data-seals");
    }

    /** What is answered to a form stands at an address that can only be sent to: language and light would lead nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts/list",
                "accounts/keys",
                "accounts/trust",
                "audit/list",
                "desk/interests",
                "error",
                "export-busy",
                "kept",
                "lines",
                "petition/page",
                "refused",
                "requests/one",
                "sealed/case",
                "sealed/cover",
                "sealed/found",
                "sign-in/account",
                "sign-in/recovery"
            })
    void aPageThatIsAnsweredToAFormSaysWhereItIsAskedFor(String template) throws IOException {
        String page = Files.readString(TEMPLATES.resolve(template + ".peb"));
        assertThat(found("\\{% block at %\\}(?:/console/|\\{\\{).*\\{% endblock %\\}", page))
                .hasSize(1);
    }

    @Test
    void languageAndLightLeadBackToThePageThatWasSaid() {
        Viewer viewer = new Viewer(1, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);
        Asked asked = new Asked();
        asked.become(new Circumstances(
                "/console/queue/export", "", "", Optional.of(viewer), "", Language.VI, Theme.AUTO, false, Form.EMPTY));
        assertThat(pages.render("export-busy", java.util.Map.of(), asked)).contains("name=\"to\" value=\"/console/\"");
        assertThat(pages.render("home", java.util.Map.of(), asked))
                .contains("name=\"to\" value=\"/console/queue/export\"");
    }

    /** The lines load anew every ten seconds: what a SIM answered stays, and so does the cursor. */
    @Test
    void whatASimAnsweredStaysWhileTheLinesLoadAnew() throws IOException {
        assertThat(Files.readString(TEMPLATES.resolve("lines-now.peb")))
                .contains(
                        "<div id=\"balance-{{ row.state.name }}\" hx-preserve=\"true\">{% if asked",
                        "<button id=\"ask-{{ row.state.name }}\">");
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        String sprite = Files.readString(Path.of("src/main/webapp/assets/icons.svg"));
        for (Path file : files(".peb")) {
            ICON.matcher(Files.readString(file)).results().forEach(icon -> assertThat(sprite)
                    .contains("id=\"" + icon.group(1) + "\""));
        }
    }

    @Test
    void bothLanguagesHaveTheSameWordsAndEveryFileIsOfAKnownArea() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : files(".properties")) {
            String name = file.getFileName().toString();
            Matcher shape =
                    Pattern.compile("words_(vi|en)(?:_([a-z]+))?\\.properties").matcher(name);
            assertThat(shape.matches()).as(name).isTrue();
            assertThat(Words.AREAS).contains(Optional.ofNullable(shape.group(2)).orElse(""));
            for (String key : load(file).stringPropertyNames()) {
                assertThat(seen.add(shape.group(1) + " " + key))
                        .as("%s stands in two files", key)
                        .isTrue();
            }
        }
        assertThat(seen.stream().filter(key -> key.startsWith("vi ")).map(key -> key.substring(3)))
                .isEqualTo(seen.stream()
                        .filter(key -> key.startsWith("en "))
                        .map(key -> key.substring(3))
                        .collect(Collectors.toList()));
    }

    @Test
    void whatPeopleWroteIsEscapedAndTheReadersLanguageIsUsed() {
        Viewer viewer = new Viewer(1, "minh", "<b>Minh</b>", Role.OPERATOR, Optional.empty(), false);
        String page = pages.render("home", java.util.Map.of(), Asked.by(viewer, Language.EN));
        assertThat(page)
                .contains("&lt;b&gt;Minh&lt;/b&gt;", "lang=\"en\"", "Hotline operator")
                .doesNotContain("<b>Minh");
    }

    /** Nobody was told of anything. */
    private static final class Silence implements ToldUpward, InTransaction {
        @Override
        public List<Told> of(Viewer viewer) {
            return List.of();
        }

        @Override
        public void look(Viewer viewer, TicketNumber ticket) {
            throw new AssertionError("the list is no look at a case");
        }

        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    @ParameterizedTest(name = "asked by htmx: {0}")
    @ValueSource(booleans = {true, false})
    void whatABoardLoadsAnewIsTheListAloneWithoutATitleThatTheBrowserWouldTake(boolean fragment) {
        Viewer viewer = new Viewer(1, "minh", "Minh", Role.LEADER, Optional.empty(), false);
        Asked asked = new Asked();
        asked.become(new Circumstances(
                "/console/told", "", "", Optional.of(viewer), "", Language.VI, Theme.AUTO, fragment, Form.EMPTY));
        Silence silence = new Silence();
        DrawnPages.Kept kept = new DrawnPages.Kept();
        new ToldPage(kept, asked, new ToldRows(silence, silence)).page();
        String page = kept.drawn();
        assertThat(page).contains("id=\"told\"", "hx-get=\"/console/told\"", "Không có phiếu nào được báo lên");
        assertThat(page.contains("<title")).isNotEqualTo(fragment);
        assertThat(page.contains("/told.js\"")).isNotEqualTo(fragment);
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(file));
        return properties;
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
