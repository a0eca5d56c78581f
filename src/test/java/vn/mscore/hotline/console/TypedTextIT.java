package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.WorkedDay;
import vn.mscore.hotline.shared.TicketNumber;

/** Nobody types twice: what was typed is still there after a code was asked for or a form was refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TypedTextIT {
    private static final String PAGE = "/console/admin/texts/T01";
    private static final String TYPED = "[name='EN']";
    private static final String HELD = TicketNumber.of(2026, 1).digits();

    private Gateway gateway;
    private Browser browser;
    private Caller hoa;
    private String clerk = "";
    private int people;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("typed"))
                .set("hotline.demo", "true")
                .set("hotline.case.sendDelay", "600")
                .set("hotline.contact.sms.from", "00:00")
                .set("hotline.contact.sms.until", "00:01");
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

    private String value(String css) {
        return browser.waitFor(css).getAttribute("value");
    }

    @Test
    @Order(1)
    void theCodeIsAskedForBeforeOneTypesAndWhatWasTypedTooLateIsPutBack() throws IOException, InterruptedException {
        Person technician = People.of(gateway, Role.ADMINISTRATOR);
        browser.signIn(technician).go(PAGE);
        assertThat(browser.waitFor("#step-up a").getAttribute("href")).endsWith("/console/step-up?to=" + PAGE);
        assertThat(browser.waitFor(TYPED).isEnabled()).isFalse();
        browser.assertNoSeriousFindings();
        // As when the five minutes of the code end while one types.
        browser.driver().executeScript("document.querySelector('main fieldset').disabled = false");
        browser.type("EN", "What I typed {code}");
        browser.follow("button[name='check']");
        browser.type("code", technician.code());
        browser.follow("main button.main");
        assertThat(browser.path()).isEqualTo(PAGE);
        assertThat(value(TYPED)).isEqualTo("What I typed {code}");
        assertThat(browser.all("#step-up")).isEmpty();
        browser.go(PAGE);
        assertThat(value(TYPED)).as("forgotten once it was put back").isNotEqualTo("What I typed {code}");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void aKeyOfAProgramThatIsSentTwiceIsMadeOnceAndShownOnce() {
        browser.go("/console/keys").waitFor("form[action='/console/keys']");
        Object sent = browser.driver().executeScript("""
                const form = document.querySelector("form[action='/console/keys']");
                form.elements.name.value = "Một cửa gửi hai lần";
                form.elements.day.value = new Date(Date.now() + 2e9).toISOString().slice(0, 10);
                form.querySelector("[name='scope']").checked = true;
                const body = new URLSearchParams(new FormData(form));
                const send = () => fetch(form.action, {method: "POST", body});
                return send().then(async (first) => {
                  const again = await send();
                  return [first.status, first.redirected, again.redirected, new URL(again.url).pathname];
                });""");
        assertThat(sent).asString().isEqualTo("[200, false, true, /console/keys]");
        browser.go("/console/keys");
        assertThat(browser.text().split("Một cửa gửi hai lần", -1)).hasSize(2);
    }

    @Test
    @Order(3)
    void aFileOfOfficesThatIsRefusedIsStillThereWithItsFaults() {
        String csv = "code,field,unit,from\nKHONG-CO,dat,KS-KT,2026-07-01\n";
        browser.go("/console/admin/units");
        browser.driver()
                .executeScript(
                        "document.getElementById('kind').value = 'successors';"
                                + " document.getElementById('csv').value = arguments[0]",
                        csv);
        browser.follow("form[action='/console/admin/units'] button.main");
        assertThat(browser.waitFor(".field:has(#csv) .fault").getText()).contains("Chưa có gì thay đổi");
        assertThat(browser.waitFor(".field:has(#csv) td.number").getText()).isEqualTo("2");
        assertThat(value("#csv")).isEqualTo(csv);
        assertThat(value("#kind")).isEqualTo("successors");
        assertThat(browser.waitFor("#take").getLocation().getY())
                .as("above the long list")
                .isLessThan(400);
        assertThat(browser.driver().switchTo().activeElement().getAttribute("id"))
                .as("where to go on")
                .isEqualTo("csv");
        browser.assertNoSeriousFindings();
    }

    @Test
    @Order(4)
    void aHoldThatIsRefusedIsStillThereWithTheReasonAtItsField() {
        browser.go("/console/admin/retention");
        browser.type("ticket", "26 00 12");
        browser.type("reason", "Công văn 12 của Tòa án tỉnh");
        browser.follow("form:has(#ticket) button.main");
        assertThat(browser.waitFor(".field:has(#ticket) .fault").getText()).contains("Mã phiếu sai");
        assertThat(value("#ticket")).isEqualTo("26 00 12");
        assertThat(value("#reason")).isEqualTo("Công văn 12 của Tòa án tỉnh");
        browser.type("ticket", HELD);
        browser.type("reason", "Tòa");
        browser.driver().executeScript("document.querySelector('form:has(#ticket)').noValidate = true");
        browser.follow("form:has(#ticket) button.main");
        assertThat(browser.waitFor(".field:has(#reason) .fault").getText()).contains("5 đến 300 ký tự");
        assertThat(value("#ticket")).isEqualTo(HELD);
        assertThat(value("#reason")).isEqualTo("Tòa");
        browser.assertNoSeriousFindings();
    }

    @Test
    @Order(5)
    void aRouteThatIsRefusedIsStillThereWithTheReasonAtItsField() {
        browser.go("/console/admin/routes/GTDB");
        browser.type("lead", "Sở Xây dựng, Phòng Hạ tầng");
        browser.driver()
                .executeScript("document.getElementById('from').value = '2020-01-02';"
                        + " document.querySelector('form:has(#lead)').noValidate = true");
        browser.follow("form:has(#lead) button.main");
        assertThat(browser.waitFor(".field:has(#from) .fault").getText()).contains("Không được trước hôm nay");
        assertThat(value("#lead")).isEqualTo("Sở Xây dựng, Phòng Hạ tầng");
        assertThat(value("#from")).isEqualTo("2020-01-02");
        browser.assertNoSeriousFindings();
        browser.type("forward", "1000");
        browser.driver().executeScript("document.querySelector('form:has(#lead)').noValidate = true");
        browser.follow("form:has(#lead) button.main");
        assertThat(browser.waitFor(".field:has(#forward) .fault").getText()).contains("1 đến 99");
        assertThat(value("#forward")).as("not dropped").isEqualTo("1000");
    }

    @Test
    @Order(6)
    void anAccountThatIsRefusedIsStillThereWithTheReasonAtItsField() {
        browser.go("/console/accounts");
        browser.type("login", "tam.le");
        browser.type("name", "Lê Thị Tâm");
        browser.driver().executeScript("document.getElementById('role').value = 'OFFICER'");
        browser.type("unit", "KHONG-CO");
        browser.follow("form[action='/console/accounts'] button.main");
        assertThat(browser.waitFor(".field:has(#unit) .fault").getText()).contains("Không có đơn vị này");
        assertThat(value("#login")).isEqualTo("tam.le");
        assertThat(value("#name")).isEqualTo("Lê Thị Tâm");
        assertThat(value("#role")).isEqualTo("OFFICER");
        assertThat(value("#unit")).isEqualTo("KHONG-CO");
        browser.assertNoSeriousFindings();
        browser.type("unit", "không phải mã");
        browser.follow("form[action='/console/accounts'] button.main");
        assertThat(value("#unit")).isEqualTo("không phải mã");
        browser.signOut();
    }

    private String entered(String kind) throws IOException, InterruptedException {
        if (hoa == null) {
            List<Person> operators = People.all(gateway, Role.OPERATOR);
            hoa = Caller.signedIn(gateway, operators.get(operators.size() - 1));
            Matcher who = Pattern.compile("class=\"who\"[^>]*>([^<]+) <")
                    .matcher(hoa.get("/console/account").body());
            assertThat(who.find()).isTrue();
            clerk = who.group(1);
            browser.signIn(operators.get(0));
        }
        String typed = "channel=WALK_IN&kind=" + kind + "&phone=098711100" + ++people + "&read-back=yes";
        return hoa.post("/console/enter", fields(typed + "&text=Cầu treo hỏng ván, các cháu đi học rất nguy hiểm"))
                .location()
                .replaceAll(".*/", "");
    }

    private String classified() throws IOException, InterruptedException {
        String ticket = entered("FEEDBACK");
        WorkedDay.deed(hoa, ticket, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        return ticket;
    }

    @Test
    @Order(7)
    void aPetitionFormThatIsRefusedIsStillThereWithTheReasonAtItsField() throws IOException, InterruptedException {
        browser.go("/console/cases/" + entered("COMPLAINT") + "/petition");
        browser.type("place", "KHONG-CO");
        browser.driver()
                .executeScript("document.getElementById('day').value = '2031-03-04';"
                        + " document.getElementById('at').value = '09:30'");
        browser.follow("form[action$='/booked'] button");
        assertThat(browser.waitFor(".field:has(#place) .fault").getText()).contains("Không có đơn vị này");
        assertThat(value("#place")).isEqualTo("KHONG-CO");
        assertThat(value("#day")).isEqualTo("2031-03-04");
        assertThat(value("#at")).startsWith("09:30");
        assertThat(value("#paper-day")).as("the other forms of the page").isEmpty();
        assertThat(browser.all("form[data-back] [value$='/petition']")).hasSize(1);
        browser.assertNoSeriousFindings();
    }

    @Test
    @Order(8)
    void aReplyThatIsTakenBackIsInItsBoxAgain() throws IOException, InterruptedException {
        browser.go("/console/cases/" + classified());
        assertThat(browser.text()).contains("Ngoài giờ nhắn tin").doesNotContain("Tin đi sau");
        assertThat(browser.waitFor("#entered").getText()).contains(clerk + " ghi hộ", "Đến trực tiếp");
        assertThat(browser.waitFor("[aria-labelledby='history-title'] li").getText())
                .contains(clerk + " ghi hộ");
        browser.type("reply", "Xã đã thay ván, mời bà con đi lại");
        browser.follow("form[action$='/answer'] button.main");
        assertThat(browser.waitFor("#case > .bar.undo").getText()).contains("tin tới người dân từ");
        browser.type("note", "gọi lại cho trưởng thôn");
        browser.follow("#case > .bar.undo button");
        assertThat(value("#reply")).isEqualTo("Xã đã thay ván, mời bà con đi lại");
        assertThat(value("#note")).as("what stood in another box").isEqualTo("gọi lại cho trưởng thôn");
        browser.driver().navigate().refresh();
        assertThat(value("#reply")).as("put back once").isEmpty();
    }

    @Test
    @Order(9)
    void whoWasLateReloadsTheCaseAndGoesOnWriting() throws IOException, InterruptedException {
        String ticket = classified();
        browser.go("/console/cases/" + ticket);
        browser.type("reply", "Đang kiểm tra cầu");
        browser.type("note", "đã gọi cho xã");
        WorkedDay.deed(hoa, ticket, "take", Map.of());
        browser.press("form[action$='/note'] button");
        browser.waitFor("#refusal [role=alert]");
        browser.follow("#refusal a");
        assertThat(value("#note")).isEqualTo("đã gọi cho xã");
        assertThat(value("#reply")).isEqualTo("Đang kiểm tra cầu");
        browser.follow("form[action$='/note'] button");
        browser.waitFor(".said.note");
        assertThat(value("#note")).isEmpty();
        assertThat(value("#reply")).isEqualTo("Đang kiểm tra cầu");
        WorkedDay.deed(hoa, ticket, "route", Map.of("unit", "KS-KT"));
        browser.waitFor("#moved");
        browser.follow("#moved a");
        assertThat(browser.waitFor("#main > .card:first-child").getText())
                .as("where the box is gone the words can be copied")
                .contains("Đang kiểm tra cầu");
    }

    @Test
    @Order(10)
    void aReasonIsCountedWithTheTextAroundItWhileOneTypes() throws IOException, InterruptedException {
        browser.go("/console/cases/" + classified());
        browser.driver().executeScript("document.querySelector('details:has(#refuse-text)').open = true");
        browser.type("refuse-text", "Việc này của tỉnh khác");
        browser.waitForText("#refuse-counter", "tin");
        assertThat(browser.waitFor("#refuse-counter").getText()).contains("không dấu: 1 tin");
        assertThat(browser.all("[data-over-for='refuse-text'][hidden]")).hasSize(1);
        browser.type("refuse-text", "Việc này thuộc thẩm quyền của tỉnh khác, xin gửi đúng nơi. ".repeat(8));
        browser.waitForText("[data-over-for='refuse-text']", "không bị cắt");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(11)
    void anOfficeIsLookedUpWithoutAnErrorInTheConsole() throws IOException, InterruptedException {
        browser.complaints();
        browser.go("/console/cases/" + classified());
        browser.type("to-unit", "xã");
        assertThat(Gateway.await(Duration.ofSeconds(30), () -> !browser.all("#units option")
                        .isEmpty()))
                .isTrue();
        browser.waitForText("#units-more", "Còn đơn vị khác");
        browser.type("to-unit", "KS-KT");
        browser.look(() ->
                browser.driver().findElement(By.id("units-more")).getText().isEmpty() ? true : null);
        assertThat(browser.complaints()).isEmpty();
    }

    private String count(String group) {
        return browser.waitFor("#tabs [data-count='" + group + "']").getText();
    }

    @Test
    @Order(12)
    void theNumbersOfTheTabsFollowWhatHappens() throws IOException, InterruptedException {
        browser.go("/console/queue?group=MINE");
        int before = Integer.parseInt(count("UNCLASSIFIED"));
        String ticket = entered("FEEDBACK");
        assertThat(Gateway.await(
                        Duration.ofSeconds(30), () -> count("UNCLASSIFIED").equals(String.valueOf(before + 1))))
                .isTrue();
        WorkedDay.deed(hoa, ticket, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        assertThat(Gateway.await(
                        Duration.ofSeconds(30), () -> count("UNCLASSIFIED").equals(String.valueOf(before))))
                .isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    /** Where two posts of the same words at the same moment lead. */
    private Set<String> atOnce(String path, Map<String, String> words) throws Exception {
        List<Callable<String>> twice =
                Collections.nCopies(2, () -> hoa.post(path, words).location());
        ExecutorService two = Executors.newFixedThreadPool(2);
        Set<String> places = new HashSet<>();
        for (Future<String> one : two.invokeAll(twice)) {
            places.add(one.get());
        }
        two.shutdown();
        return places;
    }

    private static Map<String, String> fields(String typed) {
        return Arrays.stream(typed.split("&"))
                .collect(Collectors.toMap(one -> one.split("=")[0], one -> one.split("=")[1]));
    }

    /** Of a form: each page has its own. */
    private String mark(String path) throws IOException, InterruptedException {
        Matcher mark = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"")
                .matcher(hoa.get(path).body());
        assertThat(mark.find()).isTrue();
        assertThat(hoa.get(path).body()).as("each page its own").doesNotContain(mark.group(1));
        return mark.group(1);
    }

    @Test
    @Order(20)
    void anEntryThatIsSentTwiceAtOnceIsOneCaseAndOtherWordsFromThatPageAreAnother() throws Exception {
        entered("FEEDBACK");
        Map<String, String> words = fields(
                "channel=WALK_IN&kind=FEEDBACK&text=Nước giếng có mùi&read-back=yes&once=" + mark("/console/enter"));
        Map<String, String> unread = new HashMap<>(words);
        unread.remove("read-back");
        assertThat(hoa.post("/console/enter", unread).status())
                .as("refused, may be sent again")
                .isEqualTo(422);
        Set<String> places = atOnce("/console/enter", words);
        places.add(hoa.post("/console/enter", words).location());
        assertThat(places).hasSize(1).allSatisfy(place -> assertThat(place).contains("/console/cases/"));
        Map<String, String> others = new HashMap<>(words);
        others.put("text", "Đèn đường tắt cả xóm");
        assertThat(hoa.post("/console/enter", others).location())
                .contains("/console/cases/")
                .isNotIn(places);
    }

    @Test
    @Order(21)
    void aRequestThatIsSentTwiceAtOnceIsKeptOnceAndHasNoEndWithoutAnOutcome() throws Exception {
        entered("FEEDBACK");
        String said = "Xin xóa số của tôi khỏi hệ thống";
        Map<String, String> words = fields("channel=LETTER&wish=ERASURE&phone=0987222333&read-back=yes&text=" + said
                + "&once=" + mark("/console/requests/new"));
        Set<String> places = atOnce("/console/requests/new", words);
        assertThat(places).hasSize(1).allSatisfy(place -> assertThat(place).contains("/console/requests/"));
        String request = places.iterator().next().replaceFirst(".*(?=/console/)", "");
        assertThat(hoa.get(request).body().split(said, -1)).as("once").hasSize(2);
        assertThat(hoa.post(request + "/complete", Map.of("note", "đã gọi")).plain("-"))
                .startsWith("409")
                .contains("Chọn kết quả");
        assertThat(hoa.get(request).body()).as("still open").contains(request + "/complete");
    }
}
