package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Handset;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.shared.TicketNumber;

/** An operator who has no mouse: what every key does, tried at a gateway that others have started. */
public final class KeysAtWork {
    /** The telephone at which the operator sits; the gateway must know it. */
    public static final String DEVICE = "truc-1";

    /** Of the demo, with a dossier. */
    private static final String CALLER = "0599000103";

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int MOST_STEPS = 40;
    private static final String ROWS = "#list tr[data-case]";

    private final Gateway gateway;
    private final TestDatabase.Schema schema;
    private final Browser operator;

    /** At {@code operator}'s browser, where an operator has signed in. */
    public KeysAtWork(Gateway gateway, TestDatabase.Schema schema, Browser operator) {
        this.gateway = gateway;
        this.schema = schema;
        this.operator = operator;
    }

    private void text(int sender, String words) {
        try {
            new MorningQueue(gateway).text(sender, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void key(CharSequence key) {
        operator.shortcut(key);
    }

    private static boolean soon(BooleanSupplier condition) {
        try {
            return Gateway.await(LIMIT, condition);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String atCursor(String property) {
        return operator.look(() -> operator.driver().switchTo().activeElement().getDomProperty(property));
    }

    private List<String> cases(String rows) {
        Object found = operator.driver()
                .executeScript("return [...document.querySelectorAll(arguments[0])].map(r => r.dataset.case)", rows);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private void classify() {
        key("c");
        operator.keys(Keys.TAB, Keys.HOME);
        for (int i = 0; i < MOST_STEPS && !"GTDB".equals(atCursor("value")); i++) {
            operator.keys(Keys.ARROW_DOWN);
        }
        operator.change("#case", () -> operator.keys(Keys.chord(Keys.CONTROL, Keys.ENTER)));
        operator.waitFor("#to-unit");
    }

    private String newCase(int sender) {
        text(sender, "PA den duong thon " + sender + " tat ca tuan nay");
        assertThat(soon(() ->
                        operator.go("/console/queue?group=UNCLASSIFIED").text().contains("thon " + sender)))
                .isTrue();
        // At one moment: a row that is told of is loaded anew while one reads.
        return String.valueOf(operator.driver()
                .executeScript(
                        "return [...document.querySelectorAll('#list tr[data-case]:has(a.title)')]"
                                + ".find(row => row.textContent.includes(arguments[0])).dataset.case",
                        "thon " + sender));
    }

    private static String selected(Browser who) {
        return String.valueOf(who.driver()
                .executeScript("return document.querySelector('#list tr[aria-selected=true]')?.dataset.case ?? ''"));
    }

    /** The sheet of a list, of a search and of pages without a list. */
    public void theSheetTellsTheKeysThatActWhereOneIsAndTheyDo() throws IOException {
        newCase(120);
        key("?");
        assertThat(operator.waitFor("#keys").getText())
                .contains("đi xuống, lên", "nhận việc", "về hàng đợi")
                .doesNotContain("ghi chú", "gõ lại", "Tách một phần");
        operator.screenshot("keys-queue");
        operator.keys(Keys.ESCAPE);
        assertThat(soon(() -> operator.all("dialog[open]").isEmpty())).isTrue();
        key("j");
        key("j");
        key("k");
        assertThat(selected(operator)).isEqualTo(cases("#list tr[data-key]").get(0));
        key("/");
        assertThat(atCursor("id")).isEqualTo("find");
        operator.keys("thon 120");
        operator.enter();
        key("j");
        String taken = selected(operator);
        assertThat(operator.driver()
                        .executeScript("return document.body.dispatchEvent(new KeyboardEvent('keydown',"
                                + " {key: 'a', repeat: true, bubbles: true, cancelable: true}))"))
                .as("a key that is held down is left alone")
                .isEqualTo(true);
        key("a");
        operator.waitForText("#toasts", "Đã nhận");
        // The row says who has it now.
        operator.look(
                () -> operator.waitFor("#row-" + taken + " .holder").getText().equals("–") ? null : true);
        key("?");
        assertThat(operator.waitFor("#keys").getText()).contains("tìm", "lên một cấp");
        operator.keys(Keys.ESCAPE);
        key(Keys.ESCAPE);
        arrives("/console/queue?group=UNCLASSIFIED");
        assertThat(operator.complaints()).isEmpty();
    }

    /** What follows g: every list of the queue from a page that has no tabs, and the bar's first entry and last. */
    public void theListsAndTheEntriesOfTheBarAreReachedByTwoKeys() {
        for (String one : "q= u=UNCLASSIFIED m=MINE s=DUE_SOON t=OVERDUE w=WAITING l=ALL".split(" ")) {
            String group = one.substring(2);
            operator.go("/console/lines").waitFor("h1");
            key("g");
            key(one.substring(0, 1));
            arrives("/console/queue" + (group.isEmpty() ? "" : "?group=" + group));
        }
        for (String which : List.of("first", "last")) {
            WebElement entry = operator.waitFor(".nav li:" + which + "-child a, .nav a[data-go='9']");
            String there = entry.getDomAttribute("href");
            key("g");
            key(entry.getDomAttribute("data-go"));
            arrives(there);
        }
    }

    private void arrives(String path) {
        assertThat(soon(() -> operator.path().equals(path)))
                .as(path + " after " + operator.path())
                .isTrue();
    }

    /** {@code l}: copies of a case fill a second page, and are gone again. */
    public void theNextPageIsReachedByItsKey() {
        String columns = String.join(
                ", ",
                schema.column("select column_name from information_schema.columns where table_schema = database()"
                        + " and table_name = 'complaint' and column_name not in ('id', 'ticket')"
                        + " and generation_expression is null"));
        String one = newCase(126);
        schema.change(IntStream.rangeClosed(1, CaseList.PAGE)
                .mapToObj(i -> "insert into complaint (id, ticket, " + columns + ") select " + i + ", '"
                        + TicketNumber.of(2027, i).digits() + "', " + columns + " from complaint where ticket = '" + one
                        + "'")
                .toArray(String[]::new));
        operator.go("/console/queue?group=ALL").waitFor(".pager [data-key=l]");
        List<String> before = cases(ROWS);
        key("l");
        assertThat(soon(() -> !cases(ROWS).isEmpty() && Collections.disjoint(before, cases(ROWS))))
                .isTrue();
        schema.change("delete from complaint where id <= " + CaseList.PAGE);
    }

    /** An officer: {@code a} accepts on his list, and the letters that only he has open their forms. */
    public void anOfficerAcceptsByKeyAndHasHisLetters(Browser officer) {
        String ticket = newCase(125);
        schema.change(
                "update complaint set state = 'DA_CHUYEN', classified = 1, unit = 'KS-KT', unit_name = 'Phòng Kinh tế',"
                        + " unit_ascii = 'Phong Kinh te', sorted_at = registered_at, routed_at = registered_at where ticket = '"
                        + ticket + "'");
        officer.go("/console/queue").waitFor("#row-" + ticket);
        for (int i = 0; i < MOST_STEPS && !ticket.equals(selected(officer)); i++) {
            officer.shortcut("j");
        }
        officer.shortcut("a");
        officer.waitForText("#toasts", "Đã nhận");
        assertThat(schema.column("select state from complaint where ticket = '" + ticket + "'"))
                .containsExactly("DANG_XU_LY");
        officer.go("/console/cases/" + ticket).waitFor("#case");
        assertThat(lettersOpenTheirForms(officer)).contains("hand-back", "pause", "extend");
    }

    /** Presses x and each letter whose deed has a form; the deeds that opened. */
    private static List<String> lettersOpenTheirForms(Browser who) {
        List<String> opened = new ArrayList<>();
        for (Object letter : (List<?>) who.driver()
                .executeScript("return [...document.querySelectorAll('#more summary')].map(s => s.dataset.more)")) {
            who.shortcut("x");
            who.keys(String.valueOf(letter));
            String deed = (String) who.driver()
                    .executeScript(
                            "const form = document.activeElement.closest('#more details[open]');"
                                    + " const deed = form?.querySelector('summary').dataset.more === arguments[0]"
                                    + " ? form.querySelector('form').action.replace(/.*\\//, '') : '';"
                                    + " document.activeElement.blur(); return deed",
                            letter);
            assertThat(deed).as("x %s", letter).isNotEqualTo("");
            opened.add(deed);
        }
        return opened;
    }

    /** Pages that have no keys of their own. */
    public void everyPageHasItsSheetAndEscLeadsOneLevelUp() {
        for (String page : List.of("/console/enter", "/console/lines", "/console/apologies")) {
            operator.go(page).waitFor("h1");
            key("?");
            assertThat(operator.waitFor("#keys").getText()).as(page).contains("lên một cấp");
            operator.keys(Keys.ESCAPE);
            key(Keys.ESCAPE);
            assertThat(soon(() -> operator.path().equals("/console/queue")))
                    .as(page)
                    .isTrue();
        }
    }

    /** Answers that say nothing of the case leave its row. */
    public void aRowThatCannotBeLoadedAnewStaysAndSaysSo() {
        String ticket = newCase(121);
        String row = "#row-" + ticket;
        operator.driver()
                .executeScript("window.real = fetch; window.fetch = (url, how) => String(url).includes('/queue/rows/')"
                        + " ? Promise.resolve(new Response('', {status: window.answer})) : real(url, how)");
        for (int status : new int[] {503, 401}) {
            tell(ticket, status);
            operator.waitForText(row, "chưa tải lại được");
            operator.driver().executeScript("window.kept = window.fetch; window.fetch = window.real");
            tell(ticket, status);
            assertThat(soon(() -> operator.all(row + ".stale").isEmpty())).isTrue();
            assertThat(operator.all(row)).hasSize(1);
            operator.driver().executeScript("window.fetch = window.kept");
        }
        tell(ticket, 404);
        assertThat(soon(() -> operator.all(row).isEmpty())).isTrue();
    }

    private void tell(String ticket, int status) {
        operator.driver()
                .executeScript(
                        "window.answer = arguments[1];"
                                + "document.dispatchEvent(new CustomEvent('case', {detail: arguments[0]}))",
                        ticket,
                        status);
    }

    /** Keys of a case, and words that nobody has sent. */
    public void furtherDeedsHaveTheirLettersAndNothingTypedIsLost() throws IOException {
        String ticket = newCase(122);
        operator.go("/console/cases/" + ticket).waitFor("#case");
        classify();
        key("?");
        assertThat(operator.waitFor("#keys").getText()).contains("x s", "Tóm tắt trung tính", "ghi chú");
        operator.screenshot("keys-case");
        operator.keys(Keys.ESCAPE);
        assertThat(lettersOpenTheirForms(operator)).contains("refuse", "split", "link", "cluster");
        key("x");
        operator.keys("s");
        assertThat(atCursor("id")).isEqualTo("summarize-text");
        operator.keys("Den duong thon 122 hong");
        operator.keys(Keys.ESCAPE);
        key(Keys.ESCAPE);
        operator.waitForText("#toasts", "chưa gửi");
        assertThat(operator.path()).startsWith("/console/cases/" + ticket);
        warnsBefore("g", "q");
        warnsBefore("/");
        assertThat(operator.path()).startsWith("/console/cases/" + ticket);
        key("r");
        operator.keys("Cam on ba con.");
        operator.driver()
                .executeScript("const list = document.getElementById('template'); list.selectedIndex = 1;"
                        + " list.dispatchEvent(new Event('change', {bubbles: true}))");
        assertThat(atCursor("value")).startsWith("Cam on ba con. ").hasSizeGreaterThan(20);
        operator.keys(Keys.chord(Keys.CONTROL, "z"));
        assertThat(atCursor("value")).as("what was put in is taken back").isEqualTo("Cam on ba con.");
        operator.keys(Keys.ESCAPE);
        look(false);
        schema.change(
                "insert into console_event (at, kind, ticket) values (utc_timestamp(6), 'CASE', '" + ticket + "')");
        look(true);
        operator.waitFor("#moved");
        operator.change("#case", () -> key("."));
        key(Keys.ESCAPE);
        operator.waitForText("#toasts", "chưa gửi");
        key(Keys.ESCAPE);
        arrives("/console/queue?group=UNCLASSIFIED");
    }

    /** As after another letter was typed: the first try to leave only warns. */
    private void warnsBefore(String... keys) {
        operator.driver()
                .executeScript("document.getElementById('toasts').textContent = '';"
                        + " document.dispatchEvent(new Event('input'))");
        for (String one : keys) {
            key(one);
        }
        operator.waitForText("#toasts", "chưa gửi");
    }

    /** Turns to this tab or away from it: what comes meanwhile is told once somebody looks. */
    private void look(boolean here) {
        operator.driver()
                .executeScript(
                        "const hidden = arguments[0];"
                                + " Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});"
                                + " document.dispatchEvent(new Event('visibilitychange'))",
                        !here);
    }

    private void aCaseIsLeftForLaterAndTakenOver(String ticket) {
        operator.go("/console/cases/" + ticket).waitFor("[data-key=s]");
        key("s");
        assertThat(soon(() -> !operator.path().contains(ticket))).isTrue();
        schema.change("update complaint set holder = 'ai.do', holder_name = 'Ai Do' where ticket = '" + ticket + "'");
        operator.go("/console/cases/" + ticket).waitFor("#case");
        key("1");
        operator.waitForText("#refusal", "Ai Do đang giữ");
        operator.change("#case", () -> operator.press("#refusal form button"));
        assertThat(operator.waitFor(".bar.state").getText()).doesNotContain("Ai Do");
    }

    /** What is left to do on a case that was answered. */
    public void anAnsweredCaseWithNewWordsIsReadAndClosedByKeys() {
        String ticket = newCase(124);
        aCaseIsLeftForLaterAndTakenOver(ticket);
        schema.change(
                "update complaint set state = 'DA_TRA_LOI', unread_due = curdate() where ticket = '" + ticket + "'");
        operator.go("/console/cases/" + ticket).waitFor("#unread");
        operator.change("#case", () -> key("v"));
        assertThat(operator.all("#unread")).isEmpty();
        assertThat(operator.all("[data-key=e]"))
                .as("who can be asked says himself that it is done")
                .isEmpty();
        schema.change("update complaint set phone_sealed = null, phone_index = null where ticket = '" + ticket + "'");
        operator.go("/console/cases/" + ticket).waitFor("[data-key=e]");
        key("e");
        String planned =
                "select e.deed from complaint_event e join complaint c on c.id = e.complaint_id where c.ticket = '"
                        + ticket + "' and e.deed = 'close-planned'";
        assertThat(soon(() -> schema.column(planned).equals(List.of("close-planned"))))
                .isTrue();
    }

    /** The bar of the caller. */
    public void whoeverIsOnTheTelephoneShowsOnACaseWithHisDossiers() throws Exception {
        String ticket = newCase(123);
        key("d");
        operator.waitForText("#waiting", "Đang trực máy");
        operator.go("/console/cases/" + ticket).waitFor("#case");
        try (Handset call = Handset.dial(gateway, CALLER).press("0").hear("\"WAITING\"")) {
            String visit = "select state from switchboard_visit where call_id = '" + call.call() + "'";
            assertThat(soon(() -> schema.column(visit).equals(List.of("WAITING"))))
                    .as("in the line")
                    .isTrue();
            schema.change(
                    "update switchboard_visit set state = 'TALKING', connected_at = utc_timestamp(6), device = '"
                            + DEVICE + "' where call_id = '" + call.call() + "'",
                    "insert into console_event (at, kind) values (utc_timestamp(6), 'LINE')");
            assertThat(operator.waitFor("#calling .talking").getText())
                    .contains("Đang nói với bạn", CALLER.substring(7));
            operator.assertNoSeriousFindings();
            operator.screenshot("case-calling");
            key("p");
            operator.waitFor(".dossiers .code");
            assertThat(operator.path()).isEqualTo("/console/callers/" + call.call());
            operator.screenshot("caller-dossiers");
        }
        key(Keys.ESCAPE);
        operator.waitFor("#waiting [data-key=d]");
        key("d");
        operator.waitForText("#waiting", "Tôi đang trực");
    }
}
