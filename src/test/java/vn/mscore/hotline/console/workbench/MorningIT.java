package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;

/** An operator's morning at the packaged gateway, in a real browser, without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MorningIT {
    private static final int ITEMS = 30;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> TEXTS = List.of(
            "PA duong vao ban lay loi, xe khong di duoc, thon ",
            "PA rac thai do ra suoi boc mui hoi, thon ",
            "KNG de nghi lap den duong giao thong thon ",
            "PA mat nuoc sach nam ngay roi, thon ",
            "PA tram y te khong co thuoc phat cho dan thon ");

    private Gateway gateway;
    private Browser minh;
    private Browser hoa;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("morning")).set("hotline.demo", "true");
        gateway.start();
        IntStream.range(0, ITEMS).forEach(i -> text(i, TEXTS.get(i % TEXTS.size()) + i));
        minh = Browser.open(gateway);
        hoa = Browser.open(gateway);
        List<People.Person> operators = People.all(gateway, Role.OPERATOR);
        minh.signIn(operators.get(0));
        hoa.signIn(operators.get(operators.size() - 1));
        assertThat(Gateway.await(LIMIT, () -> count(minh.go("/console/queue?group=UNCLASSIFIED")) >= ITEMS))
                .as("all texts became cases")
                .isTrue();
    }

    @AfterAll
    void stop() throws InterruptedException {
        close(minh);
        close(hoa);
        gateway.close();
    }

    private static void close(Browser browser) {
        if (browser != null) {
            browser.close();
        }
    }

    private void text(int sender, String words) {
        try {
            String number = "%2B8491234" + String.format("%04d", 1000 + sender);
            var answer = gateway.call(
                    "POST", "/api/simulator/phones/" + number + "/messages", "{\"text\": \"" + words + "\"}");
            assertThat(answer.statusCode()).isEqualTo(202);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(Browser browser) {
        return browser.all("#list tr[data-case]").size();
    }

    private static void key(Browser browser, CharSequence key) {
        browser.shortcut(key);
    }

    private String firstCase() {
        minh.go("/console/queue?group=UNCLASSIFIED");
        minh.waitFor("#list tr[data-case]");
        return shown().get(0);
    }

    @Test
    @Order(1)
    void theQueueIsReadableByEverybodyAtEveryWidth() throws IOException {
        for (int width : new int[] {1366, 1024, 390}) {
            minh.resize(width, 800);
            minh.go("/console/queue");
            minh.waitFor("#list tr[data-case]");
            minh.screenshot("queue-" + width);
            minh.go("/console/cases/" + shown().get(0));
            minh.waitFor("#case");
            minh.screenshot("case-" + width);
            long overflow = (Long) minh.driver()
                    .executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).as("nothing sticks out at %s", width).isZero();
        }
        minh.resize(1366, 768);
        minh.go("/console/queue");
        minh.assertNoSeriousFindings();
        minh.go("/console/cases/" + firstCase());
        minh.assertNoSeriousFindings();
        minh.dark(true).screenshot("case-dark");
        minh.dark(false);
        assertThat(minh.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void twoOperatorsOnOneCaseSeeEachOtherAndTheSecondWriteIsRefusedWithWhatChanged() {
        String ticket = firstCase();
        minh.go("/console/cases/" + ticket).waitFor("#case");
        hoa.go("/console/cases/" + ticket).waitFor("#presence .chip");
        key(hoa, "n");
        hoa.keys("da goi cho truong thon");
        key(minh, "a");
        minh.waitFor(".bar.state .chip:nth-of-type(2)");
        assertThat(soon(() -> minh.all("[data-key='a']").isEmpty())).isTrue();
        hoa.waitFor("#moved");
        hoa.driver().findElement(By.id("note")).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(hoa.waitFor("#refusal [role=alert]").getText())
                .contains("trước bạn")
                .contains("Nhận việc");
        assertThat(hoa.driver().findElement(By.id("note")).getAttribute("value"))
                .isEqualTo("da goi cho truong thon");
    }

    private static boolean soon(BooleanSupplier condition) {
        try {
            return Gateway.await(LIMIT, condition);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    void whatWasForwardedIsTakenBackWithOneKey() {
        String ticket = firstCase();
        minh.go("/console/cases/" + ticket).waitFor("#case");
        classify("GTDB");
        key(minh, "f");
        minh.keys("VPUB");
        minh.enter();
        minh.waitFor("#case > .bar.undo");
        minh.follow("#case > .bar.undo button");
        minh.waitFor("#case");
        assertThat(minh.all("#case > .bar.undo")).isEmpty();
        assertThat(minh.text()).contains("Hoàn tác");
        key(minh, "r");
        minh.keys("Da va xong doan duong truoc truong hoc. ".repeat(12));
        minh.waitFor("[data-over-for='reply']:not([hidden])");
        minh.press("input[name='by-sms']");
        assertThat(soon(() -> minh.all("[data-over-for='reply']:not([hidden])").isEmpty()))
                .isTrue();
    }

    private void classify(String category) {
        key(minh, "c");
        minh.driver().executeScript("document.getElementById('as-category').value = arguments[0]", category);
        minh.follow("form[action$='/classify'] button");
        minh.waitFor("#to-unit");
    }

    @Test
    @Order(4)
    void thirtyItemsAreTriagedByKeyboardOnly() throws IOException {
        minh.go("/console/queue?group=UNCLASSIFIED").waitFor("#list tr[data-case]");
        int before = count(minh);
        key(minh, "j");
        while (minh.all("#list tr[data-case][aria-selected='true']").isEmpty()) {
            minh.keys("j");
        }
        minh.keys("o");
        for (int i = 0; i < before; i++) {
            minh.waitFor("#case");
            String here = minh.path();
            key(minh, "1");
            assertThat(soon(() -> !minh.path().startsWith(here.split("\\?")[0])))
                    .as("case %s of %s led on; %s", i, before, here)
                    .isTrue();
        }
        assertThat(minh.path()).startsWith("/console/queue");
        assertThat(count(minh.go("/console/queue?group=UNCLASSIFIED"))).isZero();
        minh.screenshot("morning-done");
    }

    @Test
    @Order(5)
    void aTextThatComesInShowsByItself() {
        hoa.go("/console/queue?group=UNCLASSIFIED");
        int before = count(hoa);
        text(77, "PA cot dien nga giua duong giao thong thon 77");
        assertThat(soon(() -> count(hoa) == before + 1)).isTrue();
    }

    @Test
    @Order(6)
    void row144_anEndlessWordAndTowersOfMarksKeepTheLayout() throws IOException {
        text(88, "PA " + "x".repeat(4000));
        text(89, "PA " + ("a" + "\\u0301\\u0302\\u0303".repeat(20)).repeat(20) + " cau cong hu");
        assertThat(soon(() -> count(hoa.go("/console/queue?group=UNCLASSIFIED")) >= 3))
                .isTrue();
        for (int width : new int[] {1366, 390}) {
            hoa.resize(width, 800);
            hoa.go("/console/queue?group=UNCLASSIFIED").waitFor("#list tr[data-case]");
            hoa.screenshot("long-word-" + width);
            long overflow = (Long) hoa.driver()
                    .executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).isZero();
        }
    }

    @Test
    @Order(7)
    void twoCasesAreMergedByKeyboardAndTakenApartAgain() throws IOException {
        int before = tickets().size();
        text(90, "PA cot den duong thon 90 chay suot ngay dem");
        text(91, "PA den duong thon 90 de sang ca ban ngay, lang phi");
        // All at once and when both are there: one that comes in meanwhile moves the others on.
        assertThat(soon(() -> tickets().size() == before + 2)).isTrue();
        List<String> all = tickets();
        String kept = all.get(0);
        String merged = all.get(1);
        minh.go("/console/cases/" + merged).waitFor("#case");
        String words = minh.waitFor(".said.citizen .words").getText();
        key(minh, "m");
        minh.keys(kept);
        minh.enter();
        assertThat(minh.waitFor(".bar.state").getText()).contains("Trùng");
        assertThat(minh.text()).contains("Đã gộp vào");
        minh.assertNoSeriousFindings();
        minh.screenshot("merged");
        assertThat(tickets()).doesNotContain(merged).contains(kept);
        minh.go("/console/cases/" + kept).waitFor("#case");
        assertThat(minh.all("a[href='/console/cases/" + merged + "']")).isNotEmpty();
        minh.go("/console/cases/" + merged).waitFor(".bar.undo [data-key=z]");
        key(minh, "z");
        minh.waitForText(".bar.state", "Mới");
        assertThat(tickets()).contains(merged, kept);
        minh.go("/console/cases/" + merged).waitFor("#case");
        key(minh, "m");
        minh.keys(kept);
        minh.enter();
        assertThat(minh.waitFor(".bar.state").getText()).contains("Trùng");
        minh.follow("aside form[action$='/unmerge'] button");
        assertThat(minh.waitFor(".bar.state").getText()).contains("Mới");
        assertThat(minh.waitFor(".said.citizen .words").getText()).isEqualTo(words);
        assertThat(tickets()).contains(merged, kept);
        minh.screenshot("unmerged");
    }

    /** Read in one go: rows come and go while one looks. */
    private List<String> tickets() {
        minh.go("/console/queue?group=UNCLASSIFIED").waitFor("#list");
        return shown();
    }

    /** Read in one go: what comes in replaces the rows. */
    private List<String> shown() {
        Object found = minh.driver()
                .executeScript("return [...document.querySelectorAll('#list tr[data-case]')].map(r => r.dataset.case)");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @Test
    @Order(8)
    void aSealedReportOfTheMorningIsSeenByTheCustodiansAndByNobodyElse() throws Exception {
        hoa.go("/console/queue?group=UNCLASSIFIED").waitFor("#list");
        List<String> before = tickets();
        text(95, "TCAO can bo o quay thu hai trieu khong bien lai");
        text(96, "PA mat bang san van dong thon 96 ngap nuoc");
        assertThat(soon(() -> tickets().size() == before.size() + 1)).isTrue();
        assertThat(minh.text()).doesNotContain("hai trieu");
        assertThat(soon(() -> count(hoa) == before.size() + 1))
                .as("the live rows tell of the open one only")
                .isTrue();
        minh.go("/console/search").type("q", "0912341095");
        minh.change("#list", () -> minh.keys(Keys.ENTER));
        minh.waitForText("Không");
        assertThat(minh.all("#list tr[data-case], main tr[data-case]")).isEmpty();
        minh.go("/console/queue?group=ALL&text=trieu").waitFor("h1");
        assertThat(minh.text()).doesNotContain("bien lai");
        hoa.signOut();
        hoa.signIn(Role.CUSTODIAN);
        assertThat(soon(() -> !hoa.go("/console/sealed").all("td a.code").isEmpty()))
                .as("the report of another sender than the open one, read in a turn of its own")
                .isTrue();
        assertThat(hoa.text()).doesNotContain("hai trieu");
        hoa.assertNoSeriousFindings();
        hoa.screenshot("morning-sealed");
    }
}
