package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WindowType;
import vn.mscore.hotline.access.Role;

/** People sign in at the packaged gateway, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensIT {
    private static final String OWN_PASSWORD = "ba con voi xanh lá";

    private Gateway gateway;
    private Browser browser;
    private People.Person admin;
    private List<String> recoveryCodes;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("screens")).set("hotline.demo", "true");
        gateway.start();
        browser = Browser.open(gateway);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        gateway.close();
    }

    @Test
    @Order(1)
    void theFirstAdministratorChoosesAPasswordAndSetsUpTheAuthenticator() throws Exception {
        browser.go("/console/audit");
        assertThat(browser.path()).startsWith("/console/login?to=");
        browser.screenshot("sign-in");
        browser.assertNoSeriousFindings();
        browser.type("login", "admin");
        browser.type(
                "password",
                Files.readString(gateway.var().resolve("secrets/admin-password"))
                        .strip());
        browser.enter();
        choose("matkhau123456");
        assertThat(browser.waitFor("[role=alert]").getText()).contains("dễ đoán");
        browser.assertNoSeriousFindings();
        choose(OWN_PASSWORD);
        String secret = browser.waitFor("#secret").getText().replace(" ", "");
        admin = new People.Person("admin", OWN_PASSWORD, secret);
        browser.screenshot("enrol");
        browser.assertNoSeriousFindings();
        browser.type("code", "000000");
        browser.enter();
        assertThat(browser.waitFor("[role=alert]").getText()).contains("Mã không đúng");
        browser.type("code", admin.code());
        browser.enter();
        browser.waitFor(".codes");
        recoveryCodes = browser.all(".codes li").stream().map(e -> e.getText()).toList();
        assertThat(recoveryCodes).hasSize(8).doesNotHaveDuplicates();
        browser.screenshot("recovery");
        browser.assertNoSeriousFindings();
        browser.follow("a.button.main");
        assertThat(browser.waitFor("a.who").getText()).contains("Quản trị");
        assertThat(browser.complaints()).isEmpty();
    }

    private void choose(String password) {
        browser.type("password", password);
        browser.type("again", password);
        browser.enter();
    }

    @Test
    @Order(2)
    void theNextTimeTheOwnPasswordAndACodeAreEnough() throws Exception {
        browser.signOut();
        browser.signIn(admin);
        assertThat(browser.path()).startsWith("/console/");
    }

    @Test
    @Order(3)
    void aRecoveryCodeWorksOnce() throws Exception {
        browser.signOut();
        withRecoveryCode();
        browser.waitFor("a.who");
        browser.signOut();
        withRecoveryCode();
        assertThat(browser.waitFor("[role=alert]").getText()).contains("Mã không đúng");
        browser.follow("form[action='/console/login/leave'] button");
        browser.waitFor("#login");
    }

    private void withRecoveryCode() {
        browser.type("login", "admin");
        browser.type("password", OWN_PASSWORD);
        browser.enter();
        browser.type("code", recoveryCodes.get(0).toLowerCase(java.util.Locale.ROOT));
        browser.enter();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @Order(4)
    void everyRoleOfTheDemoSignsIn(Role role) throws Exception {
        browser.signIn(role);
        browser.assertNoSeriousFindings();
        browser.screenshot("home-" + role);
        assertThat(browser.complaints()).isEmpty();
        browser.signOut();
    }

    @Test
    @Order(5)
    void aFreshCodeOpensWhatAsksForOne() throws Exception {
        browser.signIn(Role.CUSTODIAN).go("/console/step-up?to=/console/account");
        browser.assertNoSeriousFindings();
        browser.type("code", "000000");
        browser.enter();
        browser.waitFor("[role=alert]");
        browser.type("code", People.of(gateway, Role.CUSTODIAN).code());
        browser.enter();
        browser.waitForText("Võ Đức Khiêm");
        assertThat(browser.path()).isEqualTo("/console/account");
    }

    @Test
    @Order(6)
    void theLanguageAndTheLightAreKeptAndLeadBackToThePage() {
        browser.go("/console/account");
        browser.follow("button[name=language]");
        browser.waitForText("Custodian");
        assertThat(browser.path()).isEqualTo("/console/account");
        browser.follow("button[name=theme]");
        browser.waitFor("html[data-theme=dark]");
        browser.assertNoSeriousFindings();
    }

    @Test
    @Order(7)
    void row121NothingAnswersWithoutASession() throws Exception {
        for (Map.Entry<String, Method> deed : Resources.screens().entrySet()) {
            String verb = deed.getKey().split(" ")[0];
            String path = deed.getKey()
                    .split(" ")[1]
                    .replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "1")
                    .replace("}", "");
            HttpResponse<String> answer =
                    gateway.send(gateway.request(path).method(verb, HttpRequest.BodyPublishers.noBody()));
            String where = answer.headers().firstValue("Location").orElse("");
            if (path.startsWith("/console/login")) {
                assertThat(answer.statusCode()).as(deed.getKey()).isIn(200, 303, 403);
            } else {
                assertThat(answer.statusCode()).as(deed.getKey()).isIn(303, 401);
                assertThat(where).as(deed.getKey()).matches("|/console/login\\?to=.*");
                assertThat(answer.body()).as(deed.getKey()).isIn("", "401 không được / refused\n");
            }
        }
    }

    @ParameterizedTest(name = "row 123: {0}")
    @CsvSource({
        "own page, yes, same-origin, self, 422",
        "no token, no, same-origin, self, 403",
        "another token, other, same-origin, self, 403",
        "foreign origin, yes, , http://evil.example, 403",
        "foreign site, yes, cross-site, self, 403",
        "same machine but other port, yes, same-site, http://127.0.0.1:1, 403",
        "null origin, yes, , null, 403",
        "no browser, yes, , , 422"
    })
    @Order(8)
    void aForgedRequestIsRefused(ArgumentsAccessor row) throws Exception {
        String token = row.getString(1);
        String site = row.getString(2);
        String origin = row.getString(3);
        HttpResponse<String> page = gateway.get("/console/login");
        String set = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        String cookie = set.split(";")[0];
        String csrf = token.equals("yes")
                ? page.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1")
                : "A".repeat(22);
        String body = "login=x&password=y" + (token.equals("no") ? "" : "&csrf=" + csrf);
        HttpRequest.Builder request = gateway.request("/console/login")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("self") ? own() : origin);
        }
        assertThat(gateway.send(request).statusCode()).isEqualTo(row.getInteger(4));
    }

    private String own() {
        return gateway.request("").build().uri().toString();
    }

    @Test
    @Order(10)
    void row145_backAfterSigningOutShowsNothing() throws Exception {
        browser.driver().manage().deleteAllCookies();
        browser.signIn(Role.OPERATOR).go("/console/enter").waitFor("textarea");
        browser.signOut();
        browser.driver().navigate().back();
        browser.waitFor("#login");
        assertThat(browser.path()).startsWith("/console/login");
        assertThat(browser.all("a.who, textarea")).isEmpty();
    }

    @Test
    @Order(11)
    void row145_twoTabsEachChangeTheirOwnCase() throws Exception {
        browser.signIn(Role.OPERATOR);
        String first = browser.driver().getWindowHandle();
        String one = entered("Cầu treo hỏng ván");
        browser.driver().switchTo().newWindow(WindowType.TAB);
        String other = entered("Mất nước sạch năm ngày");
        browser.driver().switchTo().window(first);
        browser.type("note", "chỉ của vụ thứ nhất");
        assertThat(browser.waitFor("#note-how").getText())
                .as("row 150: warned also when something was pasted")
                .contains("Không ghi số điện thoại");
        browser.follow("form[action='" + one + "/do/note'] button");
        browser.waitForText("chỉ của vụ thứ nhất");
        assertThat(browser.path()).isEqualTo(one);
        browser.go(other).waitFor("h1");
        assertThat(browser.text()).contains("Mất nước sạch").doesNotContain("chỉ của vụ thứ nhất");
    }

    private String entered(String words) {
        browser.go("/console/enter");
        browser.type("text", words);
        browser.press("[name='read-back']");
        browser.follow("main form button.main");
        browser.waitForText(words);
        return browser.path();
    }

    private void written(String kind) {
        browser.go("/console/enter");
        browser.driver().executeScript("document.querySelector('[name=kind]').value = arguments[0]", kind);
        browser.type("text", "đèn đường tắt cả xóm");
    }

    /** The page asks, hears that there is no session and goes to the sign-in. */
    private Object draftWhenTheSessionEnds() {
        browser.driver().manage().deleteAllCookies();
        browser.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        browser.waitFor("#login");
        return browser.driver().executeScript("return sessionStorage.getItem('draft')");
    }

    @Test
    @Order(12)
    void whatIsWrittenWhenTheSessionEndsWaitsForThatPersonAlone() throws Exception {
        List<People.Person> operators = People.all(gateway, Role.OPERATOR);
        browser.signOut();
        browser.signIn(operators.get(0));
        written("FEEDBACK");
        assertThat(draftWhenTheSessionEnds()).isNotNull();
        browser.waitFor("#waits");
        browser.signIn(operators.get(0));
        assertThat(browser.path()).isEqualTo("/console/enter");
        assertThat(browser.waitFor("#text").getAttribute("value")).isEqualTo("đèn đường tắt cả xóm");
        draftWhenTheSessionEnds();
        browser.signIn(operators.get(1));
        assertThat(browser.driver().executeScript("return sessionStorage.getItem('draft')"))
                .isNull();
        assertThat(browser.go("/console/enter").waitFor("#text").getAttribute("value"))
                .isEmpty();
        written("DENUNCIATION");
        assertThat(draftWhenTheSessionEnds()).as("nothing of the sealed lane").isNull();
    }

    /** The answer to a form stands at an address that can only be sent to. */
    @Test
    @Order(13)
    void whoSignsInAgainAfterARefusedFormThatKeepsNothingComesBackToItsPage() throws Exception {
        People.Person custodian = People.of(gateway, Role.CUSTODIAN);
        browser.signIn(custodian).go("/console/account");
        browser.driver().manage().deleteAllCookies();
        browser.follow("main form[method='post'] button");
        browser.waitFor("#login");
        browser.signIn(custodian);
        assertThat(browser.path()).isEqualTo("/console/account");
    }

    @Test
    @Order(9)
    void aBrowserKeepsStylesAndScriptsUntilTheyChange() throws Exception {
        Matcher asset = Pattern.compile("\"(/assets/~[0-9a-f]{12}/)([a-z.-]+)")
                .matcher(gateway.get("/console/login").body());
        assertThat(asset.results().map(found -> found.group(2)).toList()).contains("console.css", "console.js");
        String folder = asset.reset().results().findFirst().orElseThrow().group(1);
        assertThat(kept(folder + "console.css")).isEqualTo("200 public, max-age=31536000, immutable");
        assertThat(kept(folder + "drafts.js")).isEqualTo("200 public, max-age=31536000, immutable");
        assertThat(kept("/assets/~000000000000/console.css")).isEqualTo("200 no-cache");
        assertThat(kept("/assets/console.css")).isEqualTo("200 no-cache");
        assertThat(kept("/webjars/htmx.org/2.0.10/dist/htmx.min.js")).isEqualTo("200 public, max-age=86400");
        assertThat(kept("/webjars/queue;a%2f..%2f..%2fconsole%2fqueue"))
                .as("two read it differently")
                .doesNotContain("public");
        assertThat(kept("/webjars/htmx.org/0/nothing.js")).isEqualTo("404 no-store");
        assertThat(kept(folder + "nothing.css")).startsWith("404 ").doesNotContain("immutable");
    }

    private String kept(String path) throws IOException, InterruptedException {
        HttpResponse<String> file = gateway.get(path);
        return file.statusCode() + " "
                + file.headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    @Order(9)
    void theTwoApplicationsDoNotShowEachOther() throws Exception {
        assertThat(gateway.call("GET", "/api/login", "").statusCode()).isEqualTo(404);
        assertThat(gateway.call("GET", "/api/account", "").statusCode()).isEqualTo(404);
        assertThat(gateway.call("GET", "/console/v1/units", "").statusCode()).isEqualTo(303);
        browser.go("/console/v1/units/KS");
        browser.waitForText("There is no such page");
    }
}
