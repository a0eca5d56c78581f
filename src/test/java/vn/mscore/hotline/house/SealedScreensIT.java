package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.People.Person;

/** The pages of the custodians, of a khiếu nại and of data requests, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealedScreensIT {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String LAN = "+84912345678";

    private final java.nio.file.Path home = Gateway.freshFolder("sealed-screens");
    private Air air;
    private Gateway gateway;
    private Browser browser;
    private String path;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        air = new Air(home.resolve("modem.jsonl"));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.voice.asterisk", "off")
                .set("hotline.sms.modems", "first=" + air.address());
        gateway.start();
        browser = Browser.open(gateway);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        gateway.close();
        air.close();
    }

    private void look(String name) throws IOException {
        browser.assertNoSeriousFindings();
        browser.resize(390, 844).screenshot(name + "-390");
        browser.resize(1366, 768).dark(true).screenshot(name + "-dark");
        browser.dark(false).screenshot(name);
        assertThat(browser.complaints()).as(name).isEmpty();
    }

    private void stepUp(Person person) throws InterruptedException {
        browser.go("/console/step-up?to=/console/sealed");
        browser.type("code", person.code());
        browser.follow("main button.main");
        browser.waitForText("Hồ sơ kín");
    }

    @Test
    @Order(1)
    void twoCustodiansReadSummariseAndHandOver() throws Exception {
        air.text(
                LAN, "TCAO Ông trưởng phòng ở quầy đòi tôi năm triệu mới chịu làm sổ đỏ, đã hai lần, gọi 0987.654.321");
        air.received(LAN, 1, ANSWER);
        Person first = People.named(gateway, "giu1");
        Person second = People.named(gateway, "giu2");
        browser.signIn(first).go("/console/sealed");
        look("sealed-list");
        browser.follow("td a.code");
        path = browser.path();
        look("sealed-cover");
        codeBeforeReason(first);
        browser.type("reason", "Xem xét ban đầu trong hạn 7 ngày làm việc");
        browser.follow("main form button.main");
        browser.waitForText("Bạn không thể tự xác nhận");
        browser.signOut();
        browser.signIn(second);
        lettersAfterACodeOnly();
        stepUp(second);
        browser.go(path);
        browser.waitForText("Xem xét ban đầu trong hạn 7 ngày làm việc");
        look("sealed-confirm");
        browser.follow("main form button.main");
        browser.waitForText("năm triệu");
        numbersInTheWords();
        browser.type("words", "Ông trưởng phòng ở quầy đòi tôi năm triệu");
        browser.follow("form[action$='/summary'] button.main");
        browser.waitForText("chép nguyên văn");
        browser.type("words", "Có thông tin cán bộ yêu cầu khoản tiền ngoài quy định.");
        unknownAccused();
        browser.type("accused", "KS-KT");
        browser.follow("form[action$='/summary'] button.main");
        browser.waitForText("Đã tóm tắt");
        browser.type("unit", "KS");
        browser.follow("form[action$='/propose'] button.main");
        browser.waitForText("cấp trên");
        look("sealed-blocked");
        looksAndLetters();
        browser.signOut();
    }

    private void lettersAfterACodeOnly() {
        browser.go("/console/sealed/letters");
        browser.waitForText("Nhập mã xác thực rồi mới thấy thư");
        assertThat(browser.text()).doesNotContain("Không có thư nào");
    }

    private void numbersInTheWords() throws IOException {
        assertThat(browser.text()).contains("gọi 09•• ••• 321").doesNotContain("654");
        look("sealed-case");
        browser.follow("form:has(input[value='NUMBERS']) button");
        browser.waitForText("0987654321");
        look("sealed-numbers");
    }

    private void unknownAccused() {
        for (String unit : List.of("KHONG-CO", "phòng một cửa")) {
            browser.type("accused", unit);
            browser.follow("form[action$='/summary'] button.main");
            browser.waitForText(".field:has(#accused) .fault", "Không có đơn vị này");
            assertThat(browser.waitFor("#accused").getAttribute("value")).isEqualTo(unit);
            assertThat(browser.waitFor("#words").getAttribute("value")).contains("ngoài quy định");
        }
    }

    private void codeBeforeReason(Person custodian) throws InterruptedException {
        assertThat(browser.all("#reason")).isEmpty();
        browser.follow("main .card a.button.main");
        browser.type("code", custodian.code());
        browser.follow("main button.main");
        assertThat(browser.path()).isEqualTo(path);
    }

    private void looksAndLetters() throws IOException {
        browser.go("/console/sealed/looks");
        look("sealed-looks");
        browser.follow("main form button.main");
        browser.go("/console/sealed/looks");
        assertThat(browser.all("main form button.main")).as("all seen").isEmpty();
        browser.go("/console/sealed/letters");
        look("sealed-letters");
    }

    @Test
    @Order(4)
    void custodiansFindCloseAndTakeItUpAgainAndDeclareWhatConcernsThem() throws Exception {
        Person first = People.named(gateway, "giu1");
        Person second = People.named(gateway, "giu2");
        browser.signOut();
        browser.signIn(first);
        stepUp(first);
        browser.type("q", "năm triệu");
        browser.follow("form[action$='/search'] button");
        browser.waitForText("Tìm hồ sơ kín");
        look("sealed-found");
        browser.follow("td a.code");
        assertThat(browser.path()).isEqualTo(path);
        browser.type("how", "Đã hướng dẫn gửi đơn có chữ ký");
        browser.follow("form[action$='/outcome'] button.main");
        browser.waitForText("Chờ người giữ khóa thứ hai");
        browser.signOut();
        browser.signIn(second);
        stepUp(second);
        browser.go(path);
        browser.follow("form[action$='/outcome/confirm'] button.main");
        browser.waitForText("Xem xét lại hồ sơ");
        look("sealed-closed");
        browser.type("again", "Người dân gửi thêm chứng cứ mới");
        browser.follow("form[action$='/reopen'] button.main");
        browser.waitForText("Bạn không thể tự đồng ý");
        look("sealed-reopen-asked");
        browser.signOut();
        browser.signIn(first);
        stepUp(first);
        browser.go(path);
        browser.follow("form[action$='/reopen/confirm'] button.main");
        browser.waitForText("Kết quả trước");
        look("sealed-reopened");
        declares();
    }

    private void declares() throws IOException {
        browser.go("/console/interests");
        browser.type("number", "0912 345 678");
        browser.follow("form[action$='/interests/numbers'] button.main");
        browser.waitForText("09•• ••• 678");
        look("interests-custodian");
        browser.go(path);
        assertThat(browser.text()).as("it came from that number").doesNotContain("năm triệu");
        look("sealed-kept-off");
    }

    @Test
    @Order(2)
    void deskGuidesAComplaintAndHandlesADataRequest() throws Exception {
        air.text(LAN, "KNAI khong dong y quyet dinh thu hoi dat");
        Matcher ticket = Pattern.compile("\\b(\\d{8})\\b")
                .matcher(air.received(LAN, 2, ANSWER).get(1));
        assertThat(ticket.find()).isTrue();
        air.text(LAN, "XOADL");
        air.received(LAN, 3, ANSWER);
        browser.signIn(Role.OPERATOR).go("/console/cases/" + ticket.group(1) + "/petition");
        browser.waitForText("Luật Khiếu nại");
        browser.type("decision", "QĐ 12/QĐ-UBND ngày 01/08/2026");
        browser.follow("form[action$='/guided'] button");
        browser.waitForText("Đã hướng dẫn");
        look("petition");
        browser.go("/console/cases/" + ticket.group(1) + "/petition-form");
        browser.waitForText("ĐƠN KHIẾU NẠI");
        look("petition-form");
        notAccepted(ticket.group(1));
        browser.go("/console/requests");
        look("requests");
        browser.follow("td a.code");
        look("request");
        browser.follow("form[action$='/acknowledge'] button");
        browser.follow("td a.code");
        browser.follow("a[href$='/erase']");
        browser.waitForText("Sẽ mất");
        look("request-erase");
        browser.go("/console/requests/new").waitForText("Lời người dân");
        look("request-enter");
        browser.go("/console/requests").follow("td a.code");
        browser.follow("a[href$='/data']");
        browser.waitForText("KNAI");
        assertThat(browser.text()).as("nothing sealed").doesNotContain("năm triệu");
        look("request-data");
    }

    private void notAccepted(String ticket) throws IOException {
        String today = LocalDate.ofInstant(Instant.now(Clock.systemUTC()), ZoneOffset.ofHours(7))
                .toString();
        browser.go("/console/cases/" + ticket + "/petition").waitFor("#paper-day");
        day("paper-day", today);
        browser.follow("form[action$='/paper'] button");
        browser.waitForText("Đã có đơn ký");
        browser.driver().executeScript("document.getElementById('ground').value = 'THOI_HIEU'");
        day("refused-day", today);
        browser.waitFor("form[action$='/not-accepted'] [type=checkbox]").click();
        browser.follow("form[action$='/not-accepted'] button");
        browser.waitForText("In thông báo");
        look("petition-not-accepted");
        browser.follow("a[href$='/petition-notice']");
        browser.waitForText("Điều 11 khoản 6");
        look("petition-notice");
    }

    /** Dates are typed differently in every language of a browser. */
    private void day(String id, String day) {
        browser.driver().executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, day);
    }

    @Test
    @Order(3)
    void officesPrintTheApologyAndTheDeskTakesItsListAway() throws Exception {
        LocalDate today = LocalDate.ofInstant(Instant.now(Clock.systemUTC()), ZoneOffset.ofHours(7));
        String code = "H50.15-" + today.minusDays(10).toString().substring(2).replace("-", "") + "-0908";
        for (LocalDate due : List.of(today.minusDays(1), today.plusDays(5))) {
            String dossier = """
                    {"unit":"KS-HCC","procedure":"Cấp đổi Giấy chứng nhận","field":"DATDAI","status":"PROCESSING",
                     "receivedAt":"%sT08:00:00+07:00","dueAt":"%sT17:00:00+07:00","postponeReason":"chờ xác minh ranh giới thửa đất"}""".formatted(today.minusDays(10), due);
            assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, dossier).statusCode())
                    .isEqualTo(204);
        }
        browser.signOut();
        browser.signIn(Role.OPERATOR).go("/console/apologies");
        browser.waitForText(code);
        look("apologies");
        browser.follow("td a.code");
        browser.waitForText("PHIẾU XIN LỖI");
        look("apology");
        browser.go("/console/queue");
        browser.waitForText("Xuất danh sách này");
        look("queue-export");
        browser.go("/console/search");
        browser.type("q", "dat dai");
        browser.change("#list", () -> browser.press("main form button"));
        browser.waitForText("Tìm");
        assertThat(browser.path()).as("words stay out of the address").doesNotContain("q=", "dat");
        look("search");
        browser.signOut();
        browser.signIn(Role.OFFICER).go("/console/interests");
        browser.waitForText("Đơn vị");
        look("interests-officer");
    }
}
