package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
import vn.mscore.hotline.house.TestDatabase;

/** An operator's morning at the packaged gateway, in a real browser, without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MorningIT {
    private static final int ITEMS = 30;
    private static final int TEXTED = 22;
    private static final int SPOKEN = 3;
    private static final int MARKS = 3;
    private static final int CALL_BACKS = 2;
    /** Cases of before the morning, for what is tried with single ones. */
    private static final int EARLIER = 2;

    private static final int MOST_STEPS = 40;

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private Gateway gateway;
    private MorningQueue queue;
    private Browser minh;
    private Browser hoa;
    private String minhs;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("morning"))
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
        gateway.start();
        queue = new MorningQueue(gateway);
        queue.texts(EARLIER + TEXTED).callBacks(CALL_BACKS).badMarks(MARKS).voices(SPOKEN);
        minh = Browser.open(gateway);
        hoa = Browser.open(gateway);
        List<People.Person> operators = People.all(gateway, Role.OPERATOR);
        minhs = operators.get(0).login();
        minh.signIn(operators.get(0));
        hoa.signIn(operators.get(operators.size() - 1));
        assertThat(soon(() -> rows(minh.go("/console/queue?group=UNCLASSIFIED")) == EARLIER + ITEMS))
                .as("all of them stand in the queue")
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
            queue.text(sender, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(Browser browser) {
        return browser.all("#list tr[data-case]").size();
    }

    /** All that waits: cases, and what is none. */
    private static int rows(Browser browser) {
        return browser.all("#list tr[data-key]").size();
    }

    private static void key(Browser browser, CharSequence key) {
        browser.shortcut(key);
    }

    /** The first one that was written: those of one day stand in no order of their coming, so a spoken one may lead. */
    private String firstCase() {
        minh.go("/console/queue?group=UNCLASSIFIED");
        minh.waitFor("#list tr[data-case]");
        return cases("#list tr[data-case]:not(:has(.voice-length))").get(0);
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
            assertThat(overflow(minh)).as("nothing sticks out at %s", width).isEqualTo(0L);
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

    private static Object overflow(Browser who) {
        return who.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
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
        assertThat(soon(() -> minh.all("[data-key='a']").isEmpty())).isTrue();
        classify("GTDB");
        hoa.waitFor("#moved");
        hoa.driver().findElement(By.id("note")).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(hoa.waitFor("#refusal [role=alert]").getText())
                .contains("trước bạn")
                .contains("Nhận việc", "Phân loại: ", " · Đường sá, cầu, giao thông");
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
        minh.go("/console/queue?done=" + ticket).waitForText(".bar.done", "Văn phòng UBND tỉnh");
        key(minh, "z");
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
        minh.keys(Keys.TAB, Keys.HOME);
        keysUntil(Keys.ARROW_DOWN, category);
        send();
        minh.waitFor("#to-unit");
    }

    /** Presses {@code key} until the cursor is at what has this value. */
    private void keysUntil(Keys key, String value) {
        for (int i = 0; i < MOST_STEPS && !value.equals(atCursor("value")); i++) {
            minh.keys(key);
        }
        assertThat(atCursor("value")).isEqualTo(value);
    }

    private String atCursor(String property) {
        return minh.look(() -> minh.driver().switchTo().activeElement().getDomProperty(property));
    }

    private void send() {
        minh.change("#case", () -> minh.keys(Keys.chord(Keys.CONTROL, Keys.ENTER)));
    }

    @Test
    @Order(4)
    void thirtyItemsOfAllKindsAreTriagedByKeyboardOnly() throws IOException {
        minh.go("/console/queue?group=UNCLASSIFIED").waitFor("#list tr[data-case]");
        assertThat(rows(minh)).isEqualTo(ITEMS);
        long earlier = decisions();
        cases();
        marksAndCallBacks();
        assertThat(rows(minh.go("/console/queue?group=UNCLASSIFIED"))).isZero();
        assertThat(decisions() - earlier).isEqualTo(ITEMS);
        assertThat(schema.column("select 1 from complaint_event where deed = 'transcribe'"))
                .as("voice messages")
                .hasSize(SPOKEN);
        assertThat(schema.column("select seen_by from score where seen_by is not null"))
                .as("bad marks")
                .hasSize(MARKS)
                .containsOnly(minhs);
        assertThat(schema.column("select coalesce(concat(outcome, ' ', done_by), concat('try ', tries))"
                        + " from switchboard_callback"))
                .as("call-backs: who is not reached is tried again after a pause")
                .containsExactlyInAnyOrder("REACHED " + minhs, "try 1");
        minh.screenshot("morning-done");
    }

    /** One after the other, with one key each; what was spoken is typed first. */
    private void cases() {
        key(minh, "j");
        while (minh.all("#list tr[data-case][aria-selected='true']").isEmpty()) {
            minh.keys("j");
        }
        minh.keys("o");
        minh.waitFor("#case");
        for (int i = 0; i < TEXTED + SPOKEN; i++) {
            String here = minh.path();
            minh.waitFor("#case[data-case='" + here.replaceAll(".*/(\\d{8}).*", "$1") + "']");
            if (!minh.all("details.typing[open]").isEmpty()) {
                key(minh, "y");
                minh.keys("duong vao thon hong, xe khong di duoc");
                send();
            }
            key(minh, "1");
            assertThat(soon(() -> !minh.path().startsWith(here.split("\\?")[0])))
                    .as("case %s led on; %s", i, here)
                    .isTrue();
        }
        assertThat(minh.waitFor(".bar.done").getText()).contains("Đã xong");
    }

    /** Enter goes into their rows, to the first of the buttons, and does nothing more. */
    private void marksAndCallBacks() {
        Deque<String> outcomes = new ArrayDeque<>(List.of("REACHED", "NOT_REACHED"));
        for (int left = MARKS + CALL_BACKS; left > 0; left--) {
            int rows = left;
            key(minh, "g");
            key(minh, "u");
            assertThat(soon(() -> minh.path().contains("UNCLASSIFIED") && rows(minh) == rows))
                    .as("%s left", left)
                    .isTrue();
            key(minh, "j");
            minh.keys(Keys.ENTER);
            if (!minh.all("#list tr[data-key^='call-'][aria-selected='true']").isEmpty()) {
                keysUntil(Keys.TAB, outcomes.remove());
            }
            minh.enter();
        }
    }

    private long decisions() {
        return Stream.of(
                        "complaint_id) from complaint_event where deed = 'classify'",
                        "id) from score where seen_by is not null",
                        "id) from switchboard_callback where outcome is not null or tries > 0")
                .mapToLong(of -> Long.parseLong(
                        schema.column("select count(distinct " + of).get(0)))
                .sum();
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
            assertThat(overflow(hoa)).isEqualTo(0L);
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
    }

    /** Read in one go: rows come and go while one looks. */
    private List<String> tickets() {
        minh.go("/console/queue?group=UNCLASSIFIED").waitFor("#list");
        return shown();
    }

    /** Read in one go: what comes in replaces the rows. */
    private List<String> shown() {
        return cases("#list tr[data-case]");
    }

    private List<String> cases(String rows) {
        Object found = minh.driver()
                .executeScript("return [...document.querySelectorAll(arguments[0])].map(r => r.dataset.case)", rows);
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
