package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.workbench.KeysAtWork;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.OfficeHours;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.TestDatabase;

/**
 * A newcomer with only a browser calls the packaged gateway: looks a dossier up, gives a mark, speaks a complaint; an operator
 * hears it, notes a place, types it. No exchange runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandsetCallIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STRANGER = "0599000199";
    private static final String ANOTHER = "0599000198";
    private static final String HOA = "0599000103";

    private final TestDatabase.Schema schema = TestDatabase.empty();
    private Gateway gateway;
    private Browser citizen;
    private Browser operator;
    private String recording;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path home = Gateway.freshFolder("handset-call");
        gateway = new Gateway(home)
                .set("hotline.calendar.file", OfficeHours.always(home).toString())
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.voice.devices", KeysAtWork.DEVICE)
                .set("hotline.voice.asterisk", "off");
        gateway.start();
        citizen = Browser.open(gateway);
        operator = Browser.open(gateway);
        operator.signIn(Role.OPERATOR);
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Browser browser : new Browser[] {citizen, operator}) {
            if (browser != null) {
                browser.close();
            }
        }
        gateway.close();
    }

    private void call(String number) {
        citizen.go("/handset/?theme=light&lang=vi&phone=" + number);
        citizen.press(".phone .dial");
        said("Xin chào");
    }

    private void said(String words) {
        citizen.waitForText(words);
    }

    private void press(String keys) {
        for (char key : keys.toCharArray()) {
            citizen.press(".keypad [data-digit='" + key + "']");
        }
    }

    private void hangUp() {
        citizen.press(".call-foot .hang-up");
        said("Cuộc gọi kết thúc");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return gateway.send(gateway.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    @Order(1)
    void aDossierIsLookedUpByItsTenDigits() throws IOException {
        call(STRANGER);
        press("1");
        said("mười chữ số cuối");
        press("2608140012#");
        said("bốn số bí mật");
        press("#");
        said("đang được xử lý");
        assertThat(citizen.all(".way .done, .way .now")).hasSizeGreaterThanOrEqualTo(4);
        for (int width : new int[] {1366, 1024, 390}) {
            citizen.resize(width, 844).screenshot("telephone-" + width);
            long overflow = (Long) citizen.driver()
                    .executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).as("nothing sticks out at %s", width).isZero();
        }
        citizen.resize(1366, 768);
        citizen.assertNoSeriousFindings();
        hangUp();
        assertThat(citizen.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void keysOfTheKeyboardWorkLikeThoseOfTheTelephone() {
        call(ANOTHER);
        citizen.keys("1");
        said("mười chữ số cuối");
        citizen.keys("2608140012#");
        said("bốn số bí mật");
        hangUp();
    }

    @Test
    @Order(3)
    void aCallShowsNoNumberWhenItIsHidden() {
        call(STRANGER);
        hangUp();
        citizen.press(".call-foot button:nth-child(2)");
        said("Tra cứu hồ sơ");
        citizen.waitForText("#way-body", "số ẩn");
        hangUp();
    }

    @Test
    @Order(4)
    void aComplaintIsSpokenAndGetsItsTicket() throws InterruptedException {
        call(HOA);
        press("3");
        said("khiếu nại");
        press("1");
        citizen.waitFor(".recording");
        said("Đang ghi âm");
        // Each figure of the clock stands for a second only.
        Pattern nineSeconds = Pattern.compile("(0:09|0:[1-5]\\d|[1-9]:\\d\\d) / ");
        assertThat(Gateway.await(LIMIT, () -> nineSeconds
                        .matcher(citizen.waitFor("body").getText())
                        .find()))
                .isTrue();
        press("#");
        said("Đã ghi âm");
        said("Gửi, bấm phím hai");
        press("2");
        said("Mã phiếu");
        hangUp();
    }

    @Test
    @Order(5)
    void theOperatorSeesItsLengthHearsItNotesAPlaceAndTypesIt() throws Exception {
        assertThat(Gateway.await(LIMIT, () -> !operator.go("/console/queue?channel=CALL")
                        .all("#list .voice-length")
                        .isEmpty()))
                .as("a row with a length")
                .isTrue();
        operator.screenshot("queue-voice");
        operator.follow("#list tr[data-case] a.title");
        operator.waitFor(".player .play");
        assertThat(operator.waitFor("[data-pack]").getText()).isEqualTo("Người gọi nghe: Tiếng Việt");
        recording =
                operator.driver().findElement(By.cssSelector(".player audio")).getDomAttribute("src");
        operator.shortcut(" ");
        assertThat(Gateway.await(LIMIT, () -> place() > 0.5)).as("it plays").isTrue();
        operator.shortcut(Keys.ARROW_RIGHT);
        assertThat(place()).isGreaterThan(5);
        operator.shortcut(" ");
        backAndFaster();
        operator.shortcut(Keys.ARROW_RIGHT);
        String at = String.format("0:%02d", (int) place());
        operator.shortcut("t");
        assertThat(operator.driver().findElement(By.id("note")).getAttribute("value"))
                .isEqualTo(at + " ");
        operator.driver().findElement(By.id("note")).sendKeys("noi ve so do");
        operator.follow("section form[action$='/note'] button");
        assertThat(operator.waitFor("[data-at]").getText()).startsWith(at);
        operator.type("text", "so do nop ba thang, di lai bon lan");
        operator.screenshot("case-voice-typing");
        operator.follow("form[action$='/transcribe'] button");
        assertThat(operator.waitFor(".said .words").getText()).contains("di lai bon lan");
        for (int width : new int[] {1366, 1024, 390}) {
            operator.resize(width, 844).screenshot("case-voice-" + width);
        }
        operator.resize(1366, 768);
        operator.assertNoSeriousFindings();
        operator.dark(true).screenshot("case-voice-dark");
        operator.dark(false);
        assertThat(operator.complaints()).isEmpty();
    }

    private double place() {
        Object at = operator.driver().executeScript("return document.querySelector('.player audio').currentTime");
        return ((Number) at).doubleValue();
    }

    private void backAndFaster() {
        double further = place();
        operator.shortcut(Keys.ARROW_LEFT);
        assertThat(place()).isBetween(further - 5.5, further - 4.5);
        operator.shortcut(">");
        assertThat(speed()).as("faster by a key").isEqualTo(1.25);
        operator.shortcut("<");
        assertThat(speed()).isEqualTo(1);
    }

    private double speed() {
        Object speed = operator.driver().executeScript("return document.querySelector('.player audio').playbackRate");
        return ((Number) speed).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fetch(Browser browser, String path, String range) {
        return (Map<String, Object>) browser.driver()
                .executeAsyncScript(
                        "const [path, range, done] = arguments;"
                                + "fetch(path, {headers: range ? {Range: range} : {}, redirect: 'manual'}).then(async r =>"
                                + " done({status: r.status, accept: r.headers.get('Accept-Ranges') ?? '',"
                                + " range: r.headers.get('Content-Range') ?? '', cache: r.headers.get('Cache-Control') ?? '',"
                                + " bytes: (await r.arrayBuffer()).byteLength}))",
                        path,
                        range);
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({"bytes=0-43, 206, 44", "bytes=100-199, 206, 100", "bytes=-10, 206, 10", "bytes=99999999-, 416, 0"})
    void theSoundComesInRanges(String range, int status, int bytes) {
        Map<String, Object> answer = fetch(operator, recording, range);
        assertThat(answer).containsEntry("status", (long) status).containsEntry("cache", "no-store");
        if (status == 206) {
            assertThat(answer).containsEntry("bytes", (long) bytes).containsEntry("accept", "bytes");
            assertThat(answer.get("range").toString()).startsWith("bytes ");
        }
    }

    @ParameterizedTest
    @Order(7)
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPERATOR"})
    void nobodyElseHearsItAndNobodyLearnsThatItIsThere(Role role) throws Exception {
        List<People.Person> people = People.all(gateway, role);
        if (people.isEmpty()) {
            return;
        }
        try (Browser other = Browser.open(gateway)) {
            other.signIn(people.get(0));
            Map<String, Object> there = fetch(other, recording, "");
            Map<String, Object> never = fetch(other, "/console/recordings/00000000-0000-4000-8000-000000000000", "");
            assertThat(there).containsEntry("status", 403L).isEqualTo(never);
        }
    }

    @Test
    @Order(8)
    void listeningIsInTheAuditTrailOnceForAnOpening() throws Exception {
        try (Browser auditor = Browser.open(gateway)) {
            auditor.signIn(Role.AUDITOR);
            auditor.go("/console/audit?deed=case.heard");
            assertThat(IntStream.range(0, auditor.all("tbody tr").size()).count())
                    .isEqualTo(1);
            assertThat(auditor.text()).contains("Nghe ghi âm");
        }
    }

    @Test
    @Order(9)
    void aMarkIsGivenByKeypad() {
        call(HOA);
        press("2");
        said("mười chữ số cuối");
        press("2608100008#");
        said("hài lòng đến mức nào");
        press("8#");
        said("chấm");
        press("1");
        said("mấy lần");
        hangUp();
    }

    @ParameterizedTest
    @Order(10)
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /api/simulator/calls                     | {\"from\":\"abc\"}                 | 400",
                "POST   | /api/simulator/calls                     | {\"from\":\"0912345678\",\"flow\":\"../x\"} | 400",
                "POST   | /api/simulator/calls                     | {\"flow\":\"no-such\"}             | 503",
                "POST   | /api/simulator/calls/sim-none/keys       | {\"keys\":\"1\"}                   | 404",
                "GET    | /api/simulator/sounds/vi/menu-chinh      | ''                               | 200",
                "GET    | /api/simulator/sounds/vi/%2e%2e/x        | ''                               | 404",
                "GET    | /api/simulator/sounds/vi/menu-chinh.wav  | ''                               | 404",
                "GET    | /api/simulator/sounds/khong-co           | ''                               | 404"
            })
    void whatNoPageOfOursSendsIsRefused(String method, String path, String body, int status) throws Exception {
        assertThat(send(method, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    @Order(11)
    void aForeignPageCannotCall() throws Exception {
        HttpResponse<String> refused = gateway.send(gateway.request("/api/simulator/calls")
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    @Order(20)
    void theSheetTellsTheKeysThatActAndTheyDo() throws IOException {
        new KeysAtWork(gateway, schema, operator).theSheetTellsTheKeysThatActWhereOneIsAndTheyDo();
    }

    @Test
    @Order(21)
    void everyPageHasItsSheetAndEscLeadsOneLevelUp() {
        new KeysAtWork(gateway, schema, operator).everyPageHasItsSheetAndEscLeadsOneLevelUp();
    }

    @Test
    @Order(22)
    void aRowThatCannotBeLoadedAnewStaysAndSaysSo() {
        new KeysAtWork(gateway, schema, operator).aRowThatCannotBeLoadedAnewStaysAndSaysSo();
    }

    @Test
    @Order(23)
    void furtherDeedsHaveTheirLettersAndNothingTypedIsLost() throws IOException {
        new KeysAtWork(gateway, schema, operator).furtherDeedsHaveTheirLettersAndNothingTypedIsLost();
    }

    @Test
    @Order(26)
    void theListsAndTheEntriesOfTheBarAreReachedByTwoKeys() {
        new KeysAtWork(gateway, schema, operator).theListsAndTheEntriesOfTheBarAreReachedByTwoKeys();
    }

    @Test
    @Order(27)
    void anOfficerAcceptsByKeyAndHasHisLetters() throws Exception {
        citizen.signIn(Role.OFFICER);
        new KeysAtWork(gateway, schema, operator).anOfficerAcceptsByKeyAndHasHisLetters(citizen);
    }

    @Test
    @Order(28)
    void theNextPageIsReachedByItsKey() {
        new KeysAtWork(gateway, schema, operator).theNextPageIsReachedByItsKey();
    }

    @Test
    @Order(25)
    void anAnsweredCaseWithNewWordsIsReadAndClosedByKeys() {
        new KeysAtWork(gateway, schema, operator).anAnsweredCaseWithNewWordsIsReadAndClosedByKeys();
    }

    @Test
    @Order(24)
    void whoeverIsOnTheTelephoneShowsOnACaseWithHisDossiers() throws Exception {
        new KeysAtWork(gateway, schema, operator).whoeverIsOnTheTelephoneShowsOnACaseWithHisDossiers();
    }
}
