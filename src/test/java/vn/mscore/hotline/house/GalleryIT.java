package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.People.Person;

/**
 * Every page of every role after a day of work: axe finds nothing serious in light and dark, nothing sticks out at any
 * width, the scripts are content, no word is missing in either language. {@code -Dgallery=true} also takes the pictures.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GalleryIT {
    private static final Logger LOG = Logger.getLogger(GalleryIT.class.getName());
    private static final boolean PICTURES = Boolean.getBoolean("gallery");
    private static final int HEIGHT = 768;

    /** A desk's monitor at 200 %. */
    private static final int ENLARGED = 683;

    /** A4 upright between margins of a centimetre. */
    private static final int PAPER = 718;

    private static final int[] WIDTHS = {1366, 1024, ENLARGED, 390};

    /** English is about as long: its widest and narrowest are enough for every day. */
    private static final int[] ENDS = {1366, 390};

    /** How the reason begins why no page of this scene shows a field. */
    private static final String UNMET = "not met: ";

    private static final String DEVICE = "truc-1";

    /** It leaves cases ended and words everywhere. */
    private static final int LAST = Integer.MAX_VALUE;

    private final List<String> faults = new ArrayList<>();
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private Gateway gateway;
    private Browser browser;
    private WorkedDay day;
    private Handset caller;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path home = Gateway.freshFolder("gallery");
        gateway = new Gateway(home)
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.calendar.file", OfficeHours.always(home).toString())
                .set("hotline.voice.devices", DEVICE)
                .set("hotline.case.undo", "0")
                .set("hotline.console.session.idle", "7200")
                .set("hotline.case.sendDelay", "0");
        gateway.start();
        day = WorkedDay.at(gateway).withTheLongest().withASpokenReport();
        caller = day.withACaller(DEVICE);
        browser = Browser.open(gateway);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (caller != null) {
            caller.close();
        }
        if (browser != null) {
            browser.close();
        }
        gateway.close();
    }

    @AfterEach
    void forget() {
        faults.clear();
        browser.driver().manage().deleteAllCookies();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPageOfTheRoleIsFitToBeRead(Role role) throws IOException, InterruptedException {
        browser.resize(WIDTHS[0], HEIGHT).signIn(role);
        if (role == Role.CUSTODIAN) {
            browser.go("/console/step-up?to=/console/sealed");
            browser.type("code", People.of(gateway, role).code());
            browser.enter();
        }
        Gallery gallery = new Gallery(browser);
        List<String> pages = gallery.pages(day.fillings());
        LOG.info(() -> role + ": " + pages.size() + " pages: " + pages);
        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages.contains("/console/callers/" + caller.call()))
                .as("the page of who waits")
                .isEqualTo(role == Role.OPERATOR);
        for (String page : pages) {
            look(gallery, role.name(), page);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theDoorIsFitToBeRead() throws IOException {
        browser.go("/console/login");
        look(new Gallery(browser), "DOOR", "/console/login");
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(LAST)
    void strangeWordsInEveryFieldOfEveryFormAreWordsOnEveryPage() throws Exception {
        Map<Role, Caller> callers = day.callers();
        List<String> cases = OneOfEachState.enter(callers.get(Role.OPERATOR), schema);
        List<String> addresses = new ArrayList<>(addresses());
        cases.forEach(ticket -> addresses.add("/console/cases/" + ticket));
        for (String ticket : day.withPapers()) {
            addresses.add("/console/cases/" + ticket + "/petition");
            addresses.add("/console/cases/" + ticket + "/petition-notice");
        }
        addresses.addAll(sealed(callers.get(Role.CUSTODIAN)));
        StrangeForms forms = strange(cases.get(0), addresses);
        for (Map.Entry<Role, Caller> one : callers.entrySet()) {
            // The code of the day's work is too old when all the pages were looked at in between.
            if (one.getKey() == Role.CUSTODIAN || one.getKey() == Role.ADMINISTRATOR) {
                one.getValue().stepUp(People.of(gateway, one.getKey()));
            }
            for (String path : addresses) {
                forms.fill(one.getKey().name(), one.getValue(), path);
            }
        }
        LOG.info(() -> forms.sent() + " sent, words taken by " + forms.taken());
        LOG.info(() -> "written into " + forms.written().keySet());
        LOG.info(() -> "shown before they were put back " + forms.shown());
        forms.untaken().forEach(place -> LOG.info(() -> "no word taken by " + place + ": " + forms.said(place)));
        assertThat(faults).isEmpty();
        assertEveryFieldWasWrittenInto(forms);
        assertThat(forms.fields()).as("who types where").hasSizeGreaterThan(100);
        assertThat(forms.taken()).as("who can leave words where").hasSizeGreaterThan(25);
        assertThat(forms.taken())
                .filteredOn(where -> where.contains(" POST "))
                .as("who leaves words in the database")
                .hasSizeGreaterThan(13);
        assertThat(shown(callers, addresses))
                .as("pages that show them as they are")
                .isGreaterThan(5);
    }

    private StrangeForms strange(String ticket, List<String> addresses) {
        return new StrangeForms(
                StrangeWords.ALL,
                (where, answer) -> {
                    if (answer.status() >= 500) {
                        faults.add(where + " " + answer.status());
                    }
                    StrangeWords.assertAllText(where, answer.body());
                },
                new StrangeForms.Afresh(new StoodRows(schema)::again, ticket, addresses));
    }

    /** Sealed cases on which {@code one} sees the forms that the case of the day does not show. */
    private List<String> sealed(Caller one) throws IOException, InterruptedException {
        Person second = People.named(gateway, "giu2");
        Caller two = Caller.signedIn(gateway, second);
        one.stepUp(People.of(gateway, Role.CUSTODIAN));
        two.stepUp(second);
        day.enter("DENUNCIATION", "Cán bộ thu tiền không có biên lai ở bến đò", "0987111777");
        day.enter("DENUNCIATION", "Cán bộ thu tiền không có biên lai ở bãi xe", "0987111888");
        day.enter("DENUNCIATION", "Cán bộ thu tiền không có biên lai ở chợ", "0987111999");
        return SealedPasts.ofEveryForm(one, two, day.fillings().get("pseudonym").get(0));
    }

    /** How many pages show the words of row 13; none takes any for more than words. */
    private static int shown(Map<Role, Caller> callers, List<String> addresses) throws Exception {
        int shown = 0;
        for (Map.Entry<Role, Caller> one : callers.entrySet()) {
            for (String path : addresses) {
                Caller.Answer page = one.getValue().get(path);
                String where = one.getKey() + " " + path;
                assertThat(page.status()).as(where).isLessThan(500);
                assertThat(page.location()).as(where).doesNotContain("/console/login");
                StrangeWords.assertAllText(where, page.body());
                shown += page.body().contains("&lt;script&gt;alert(13)") ? 1 : 0;
            }
        }
        return shown;
    }

    /**
     * Each field in which one writes is in the list and each of the list was met or is known not to be; it got every word of
     * every row, and took one of them or is known to take none.
     */
    private static void assertEveryFieldWasWrittenInto(StrangeForms forms) throws IOException {
        assertThat(forms.shown()).as("what pages showed before it was put back").hasSizeGreaterThan(13);
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/house/typed-fields.tsv"))) {
            known.put(line.replaceFirst("\t.*", ""), line.replaceFirst("[^\t]*\t?", ""));
        }
        TreeSet<String> met = StrangeForms.places(forms.written().keySet());
        assertThat(met).as("fields in which one writes").isSubsetOf(known.keySet());
        assertThat(known.keySet())
                .as("fields of the list that no page showed")
                .filteredOn(place -> !known.get(place).startsWith(UNMET))
                .isSubsetOf(met);
        StrangeWords.ROWS.forEach((row, words) -> assertThat(forms.written())
                .as("row %s in every field", row)
                .allSatisfy((where, written) -> assertThat(written).as(where).containsAll(words)));
        assertThat(forms.untaken())
                .as("fields that took no words and have no reason in the list")
                .allMatch(place -> !known.get(place).isBlank());
    }

    private List<String> addresses() throws IOException {
        return Screens.declared().stream()
                .filter(address ->
                        address.verb().equals("GET") && !address.path().endsWith("/stream"))
                .flatMap(address -> address.filled(day.fillings()).stream())
                .filter(path -> !path.contains("{"))
                .toList();
    }

    @Test
    void whatSaysNoIsFitToBeRead() throws Exception {
        Refusals refusals = new Refusals(browser, schema, day.fillings().get("ticket"));
        for (Refusals.Refusal refusal : refusals.all()) {
            refusal.way().walk();
            browser.waitFor("main h1");
            assertThat(refusals.status()).as(refusal.name()).isEqualTo(refusal.status());
            browser.resize(WIDTHS[WIDTHS.length - 1], HEIGHT);
            Gallery gallery = new Gallery(browser);
            if (gallery.overflow() > 0) {
                faults.add(refusal.name() + " sticks out");
            }
            if (PICTURES) {
                gallery.hang("REFUSAL-" + refusal.name().replace(' ', '-') + "-390", WIDTHS[WIDTHS.length - 1]);
            }
            browser.resize(WIDTHS[0], HEIGHT);
            browser.findings().forEach(finding -> faults.add(refusal.name() + " " + finding));
            browser.complaints().forEach(complaint -> faults.add(refusal.name() + " " + complaint));
        }
        assertThat(faults).isEmpty();
    }

    private void look(Gallery gallery, String who, String page) throws IOException {
        for (String language : List.of("vi", "en")) {
            gallery.speak(language);
            browser.go(page).waitFor("h1");
            words(page, language);
            for (int width : language.equals("vi") || PICTURES ? WIDTHS : ENDS) {
                browser.resize(width, HEIGHT);
                if (gallery.overflow() > 0) {
                    faults.add(page + " sticks out at " + width + " in " + language);
                }
                if (PICTURES && width != ENLARGED) {
                    pictures(gallery, who + page.replace("/console", "").replace('/', '-') + "-" + language, width);
                }
            }
            paper(gallery, who, page, language);
            browser.resize(WIDTHS[0], HEIGHT);
            if (language.equals("vi")) {
                browser.findings().forEach(finding -> faults.add(page + " " + finding));
            }
        }
        browser.complaints().forEach(complaint -> faults.add(page + " " + complaint));
    }

    /** On paper: nothing sticks out, and nothing is there that only a screen can use. */
    private void paper(Gallery gallery, String who, String page, String language) throws IOException {
        browser.onPaper(true).resize(PAPER, HEIGHT);
        if (gallery.overflow() > 0) {
            faults.add(page + " sticks out of the paper in " + language);
        }
        gallery.shown("button, a.button, kbd, .top, .deed, .filters, .find, .keyline, #waiting").stream()
                .findFirst()
                .ifPresent(tool -> faults.add(page + " prints a " + tool));
        if (browser.text().isBlank()) {
            faults.add(page + " prints nothing");
        }
        if (gallery.shown(".said .words").size() < browser.all(".said .words").size()) {
            faults.add(page + " does not print what somebody said");
        }
        gallery.darkOnPaper().forEach(dark -> faults.add(page + " prints as on a dark screen: " + dark));
        if (PICTURES) {
            gallery.hang(who + page.replace("/console", "").replace('/', '-') + "-" + language + "-paper", PAPER);
        }
        browser.onPaper(false);
    }

    /** A word that is not in the list shows as its key. */
    private void words(String page, String language) {
        String keys = browser.text()
                .lines()
                .filter(line -> line.matches(
                        ".*\\b(?:case|queue|state|kind|deed|line|field|fault|role|nav|step)\\.[a-z.A-Z_-]+.*"))
                .toList()
                .toString();
        if (!keys.equals("[]")) {
            faults.add(page + " has no word in " + language + " for " + keys);
        }
    }

    private void pictures(Gallery gallery, String name, int width) throws IOException {
        gallery.hang(name + "-" + width, width);
        browser.dark(true);
        gallery.hang(name + "-" + width + "-dark", width);
        browser.dark(false);
    }
}
