package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.WorkedDay;
import vn.mscore.hotline.voice.Sounds;

/** Pages of figures and settings in a real browser: they are there, axe is content, the policy is not broken. */
class FiguresAndSettingsIT {
    private static Gateway gateway;
    private static Browser browser;
    private static Set<Cookie> stepped = Set.of();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("figures"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0");
        gateway.start();
        browser = Browser.open(gateway);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        gateway.close();
    }

    private static void look(Role role, List<String> paths) throws IOException, InterruptedException {
        List<String> wide = new ArrayList<>();
        browser.signIn(role);
        for (String path : paths) {
            browser.go(path).waitFor("main h1");
            browser.assertNoSeriousFindings();
            String name = path.substring(1).replace('/', '-');
            browser.screenshot(name);
            browser.resize(390, 844).screenshot(name + "-390");
            if (overflow() > 0) {
                wide.add(path);
            }
            browser.resize(1366, 768);
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(wide).as("wider than a telephone").isEmpty();
    }

    @AfterEach
    void forget() {
        browser.driver().manage().deleteAllCookies();
    }

    private static long overflow() {
        String script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        return (Long) browser.driver().executeScript(script);
    }

    @Test
    void aLeadersPages() throws IOException, InterruptedException {
        look(Role.LEADER, List.of("/console/leader", "/console/figures"));
    }

    @Test
    void aDelegatesPages() throws IOException, InterruptedException {
        look(Role.DELEGATE, List.of("/console/delegate"));
    }

    private static String entered(Caller operator, String words) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "channel", "WALK_IN", "kind", "FEEDBACK", "phone", "0987111999", "text", words, "read-back", "yes");
        return operator.post("/console/enter", form).location().replaceAll(".*/", "");
    }

    /** A case of the delegate's area that has left for its office. */
    private static String routed() throws IOException, InterruptedException {
        Caller operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR));
        String ticket = entered(operator, "Cầu treo hỏng ván, các cháu đi học rất nguy hiểm");
        WorkedDay.deed(operator, ticket, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        WorkedDay.deed(operator, ticket, "take", Map.of());
        WorkedDay.deed(operator, ticket, "route", Map.of("unit", "KS-KT"));
        return ticket;
    }

    @Test
    void aDelegatePutsACaseForwardForQuestioningAndTakesItOut() throws IOException, InterruptedException {
        String ticket = routed();
        String put = "form[action='/console/delegate/questions/" + ticket + "'] button";
        String back = "form[action='/console/delegate/questions/" + ticket + "/back'] button";
        browser.signIn(Role.DELEGATE);
        assertThat(Gateway.await(
                        Duration.ofSeconds(90),
                        () -> !browser.go("/console/delegate").all(put).isEmpty()))
                .as("the letter left")
                .isTrue();
        browser.follow(put);
        browser.waitFor("#questions " + back);
        browser.screenshot("console-delegate-questions");
        browser.assertNoSeriousFindings();
        browser.resize(390, 844).screenshot("console-delegate-questions-390");
        assertThat(overflow()).as("wider than a telephone").isZero();
        browser.assertNoSeriousFindings();
        browser.resize(1366, 768).follow("#questions " + back);
        browser.waitFor("#questions .empty");
        assertThat(browser.all(put)).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTechniciansPages() throws IOException, InterruptedException {
        look(
                Role.ADMINISTRATOR,
                List.of(
                        "/console/admin/units",
                        "/console/admin/units/QT",
                        "/console/admin/calendar",
                        "/console/admin/routes",
                        "/console/admin/routes/HSQH",
                        "/console/admin/texts",
                        "/console/admin/texts/T01",
                        "/console/admin/prompts",
                        "/console/admin/prompts/vi/menu-chinh",
                        "/console/admin/retention",
                        "/console/kept",
                        "/console/lines"));
    }

    /** With a fresh code, in one session for all who ask: a code serves once, the next one comes half a minute later. */
    private static void technicianAt(String page) throws IOException, InterruptedException {
        if (stepped.isEmpty()) {
            Person technician = People.of(gateway, Role.ADMINISTRATOR);
            browser.signIn(technician).go("/console/step-up?to=" + page);
            browser.type("code", technician.code());
            browser.follow("main button.main");
            stepped = browser.driver().manage().getCookies();
        } else {
            stepped.forEach(browser.driver().manage()::addCookie);
            browser.go(page);
        }
    }

    @Test
    void aNoticeIsSeenBeforeItIsLaid() throws IOException, InterruptedException {
        technicianAt("/console/admin/calendar");
        browser.waitFor("textarea[name='csv']");
        browser.type("csv", "from,to,kind,why,unit\n12/09/2026,,LAM_BU,Làm bù,\n");
        browser.follow("form button.main");
        browser.waitForText("12/09/2026");
        browser.follow("button[name='lay']");
        browser.waitForText("[aria-labelledby='laid'] tbody", "12/09/2026");
    }

    @Test
    void aPromptIsRecordedHeardAndTakenBack() throws IOException, InterruptedException {
        technicianAt("/console/admin/prompts/vi/menu-chinh");
        browser.waitForText("có sẵn");
        record(Sounds.silence(Duration.ofSeconds(2)));
        browser.waitForText("#refusal .notice", "không có tiếng nói");
        record("not a sound".getBytes(StandardCharsets.UTF_8));
        browser.waitForText("#refusal .notice", "WAV");
        record(Sounds.speech(Duration.ofSeconds(55)));
        browser.waitForText("bản ghi riêng");
        browser.waitForText("55,0 giây");
        browser.screenshot("admin-prompt-recorded");
        Object heard = browser.driver()
                .executeAsyncScript("const done = arguments[0]; fetch('/console/admin/prompts/sound/vi/menu-chinh')"
                        + ".then(answer => answer.arrayBuffer()).then(sound => done(sound.byteLength))");
        assertThat(heard).isEqualTo((long) Sounds.speech(Duration.ofSeconds(55)).length);
        browser.follow("form[action$='/back'] button");
        browser.waitForText("có sẵn");
    }

    @Test
    void aPrintedCaseHoldsEverythingThatWasSaidAndTheSheetOfKeysOpensAtTwiceTheSize()
            throws IOException, InterruptedException {
        String ticket = entered(
                Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR)), "Cầu treo hỏng ván.\n".repeat(150));
        browser.signIn(Role.OPERATOR).go("/console/cases/" + ticket).onPaper(true);
        String cut = "const words = document.querySelector('.said .words');"
                + " return words.scrollHeight - words.clientHeight";
        assertThat((Long) browser.driver().executeScript(cut)).as("cut off").isZero();
        String shortened =
                "document.querySelector('.said').insertAdjacentHTML('beforeend', '<details class=\"whole-words\">"
                        + "</details>'); dispatchEvent(new Event('beforeprint')); const there = document.querySelector('details.whole-words').open;"
                        + " dispatchEvent(new Event('afterprint')); return there && !document.querySelector('details.whole-words').open";
        assertThat(browser.driver().executeScript(shortened)).isEqualTo(true);
        browser.onPaper(false).resize(683, 384);
        browser.shortcut("?");
        browser.waitFor("#keys[open]");
        browser.resize(1366, 768);
    }

    private static void sessionEnds() {
        browser.driver().manage().deleteAllCookies();
        browser.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        browser.waitFor("#login");
    }

    private static String written() {
        return browser.waitFor("#text").getAttribute("value");
    }

    @Test
    void whatIsBeingWrittenWhenTheSessionEndsWaitsForTheSameAccountAndForNobodyElse()
            throws IOException, InterruptedException {
        List<Person> operators = People.all(gateway, Role.OPERATOR);
        Person writer = operators.get(operators.size() - 1);
        browser.signIn(writer).go("/console/enter");
        browser.type("text", "Cầu treo hỏng ván");
        browser.follow("button[name='language']");
        assertThat(written()).as("in another language").isEqualTo("Cầu treo hỏng ván");
        browser.driver().manage().deleteAllCookies();
        browser.driver().executeScript("document.querySelector('form[data-keeps]').noValidate = true");
        browser.follow("form[data-keeps] button.main");
        assertThat(browser.waitFor("#waits").getText()).contains("đúng tài khoản đó");
        assertThat(browser.path()).isEqualTo("/console/login?to=%2Fconsole%2Fenter");
        browser.assertNoSeriousFindings();
        browser.signIn(writer);
        assertThat(written()).isEqualTo("Cầu treo hỏng ván");
        sessionEnds();
        browser.waitFor("#waits");
        browser.signIn(operators.get(0)).go("/console/enter");
        assertThat(written()).as("of another account").isEmpty();
        browser.type("text", "Ông trưởng thôn nhận tiền");
        browser.driver().executeScript("document.getElementById('kind').value = 'DENUNCIATION'");
        assertThat(warning()).contains("không được giữ lại");
        sessionEnds();
        assertThat(browser.all("#waits")).as("nothing sealed is kept").isEmpty();
        browser.complaints();
    }

    /** What is said two minutes before the end; its button takes it away. */
    private static String warning() {
        browser.driver()
                .executeScript("window.own = window.fetch; window.fetch = async () => new Response('119 9000');"
                        + " document.dispatchEvent(new Event('visibilitychange'))");
        String said = browser.waitFor("#stay").getText();
        browser.assertNoSeriousFindings();
        browser.driver().executeScript("window.fetch = window.own");
        browser.press("#stay button");
        browser.look(() -> browser.all("#stay[hidden]").isEmpty() ? null : true);
        return said;
    }

    private static void record(byte[] wav) throws IOException {
        Path file = Files.createTempFile("recording", ".wav");
        Files.write(file, wav);
        browser.waitFor("#recording").sendKeys(file.toString());
        browser.press("form[data-recording] button.main:enabled");
    }
}
