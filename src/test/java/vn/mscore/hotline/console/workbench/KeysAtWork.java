package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.Keys;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Handset;
import vn.mscore.hotline.house.TestDatabase;

/** An operator who has no mouse: what every key does, tried at a gateway that others have started. */
public final class KeysAtWork {
    /** The telephone at which the operator sits; the gateway must know it. */
    public static final String DEVICE = "truc-1";

    /** Of the demo, with a dossier. */
    private static final String CALLER = "0599000103";

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int MOST_STEPS = 40;

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

    private String selected() {
        return String.valueOf(operator.driver()
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
        assertThat(selected()).isEqualTo(cases("#list tr[data-key]").get(0));
        key("/");
        assertThat(atCursor("id")).isEqualTo("find");
        operator.keys("thon 120");
        operator.enter();
        key("j");
        String taken = selected();
        assertThat(operator.driver()
                        .executeScript("return document.body.dispatchEvent(new KeyboardEvent('keydown',"
                                + " {key: 'a', repeat: true, bubbles: true, cancelable: true}))"))
                .as("a key that is held down is left alone")
                .isEqualTo(true);
        key("a");
        operator.waitForText("#toasts", "Đã nhận");
        assertThat(soon(() -> !operator.waitFor("#row-" + taken + " .holder")
                        .getText()
                        .equals("–")))
                .as("the row says who has it now")
                .isTrue();
        key("?");
        assertThat(operator.waitFor("#keys").getText()).contains("tìm", "lên một cấp");
        operator.keys(Keys.ESCAPE);
        key(Keys.ESCAPE);
        assertThat(soon(() -> operator.path().equals("/console/queue"))).isTrue();
        assertThat(operator.complaints()).isEmpty();
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
        assertThat(soon(() -> operator.path().equals("/console/queue"))).isTrue();
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

    /** What is left to do on a case that was answered. */
    public void anAnsweredCaseWithNewWordsIsReadAndClosedByKeys() {
        String ticket = newCase(124);
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
