package vn.mscore.hotline.house;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.mscore.hotline.access.Role;

/** The pages that say no, and how somebody in a browser comes to each of them. */
final class Refusals {
    /** Asks for tables until one is refused: those before it wait for the line in the audit trail that is held back. */
    private static final String EXPORTS = "const done = arguments[arguments.length - 1];"
            + "const form = document.querySelector(\"form[action='/console/queue/export']\");"
            + "const one = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
            + "const late = () => new Promise(tell => setTimeout(() => tell({status: 0}), 300));"
            + "(async () => { for (let i = 0; i < 20; i++) {"
            + " const r = await Promise.race([one(), late()]); if (r.status !== 0) { done(r.status); return; } }"
            + " done(0); })()";

    private final Browser browser;
    private final TestDatabase.Schema schema;
    private final String ticket;
    private final String petition;

    Refusals(Browser browser, TestDatabase.Schema schema, List<String> tickets) {
        this.browser = browser;
        this.schema = schema;
        this.ticket = tickets.get(0);
        this.petition = tickets.get(1);
    }

    /** A page that says no. */
    record Refusal(String name, int status, Way way) {}

    /** What leads to it. */
    @FunctionalInterface
    interface Way {
        void walk() throws Exception;
    }

    /** All of them, in an order in which each can be reached after the one before. */
    List<Refusal> all() {
        return List.of(
                new Refusal("a forged form of a stranger", 403, this::forged),
                new Refusal("a page of another role", 403, () -> as(Role.OFFICER, "/console/audit")),
                new Refusal("a page that never was", 404, () -> as(Role.OPERATOR, "/console/nothing")),
                new Refusal("a case that never was", 404, () -> browser.go("/console/cases/99000001")),
                new Refusal("a deed as an address", 405, () -> browser.go("/console/queue/export")),
                new Refusal("a deed on a case that has moved on", 409, this::movedOn),
                new Refusal("a step of a khiếu nại that has moved on", 409, this::stepMovedOn),
                new Refusal("an export too many", 429, this::tooMany),
                new Refusal("a row that makes no sense", 500, this::nonsense),
                new Refusal("a table that is away", 503, this::away));
    }

    /** The status of the page that is shown. */
    int status() {
        return ((Long) browser.driver()
                        .executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .intValue();
    }

    private void forged() {
        browser.go("/console/login");
        browser.driver().executeScript("document.querySelector('main form [name=csrf]').value = 'A'.repeat(22)");
        browser.type("login", "minh");
        browser.type("password", "x");
        browser.enter();
    }

    private void as(Role role, String page) throws IOException, InterruptedException {
        browser.driver().manage().deleteAllCookies();
        browser.signIn(role).go(page);
    }

    /** As without scripts: the form itself is sent, not what htmx makes of it. */
    private void movedOn() {
        browser.go("/console/cases/" + ticket).waitFor("#case");
        browser.type("note", "da goi cho truong thon");
        browser.driver()
                .executeScript("const form = document.getElementById('note').form;"
                        + "form.elements.version.value = 0; form.submit()");
        browser.waitFor("main .notice[role=alert]");
    }

    private void stepMovedOn() {
        browser.go("/console/cases/" + petition + "/petition");
        browser.type("decision", "QĐ 13/QĐ-UBND");
        browser.driver()
                .executeScript("const form = document.getElementById('decision').form;"
                        + "form.elements.version.value = 0; form.submit()");
        browser.waitFor("main .notice[role=alert]");
    }

    private void tooMany() throws SQLException {
        browser.go("/console/queue").waitFor("form[data-download]");
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select * from audit_head for update");
            Object refused = browser.driver().executeAsyncScript(EXPORTS);
            if (!Long.valueOf(429).equals(refused)) {
                throw new IllegalStateException("exports end with " + refused);
            }
            browser.follow("form[data-download] button[value=CSV]");
            connection.rollback();
        }
    }

    private void nonsense() {
        String state = schema.column("select state from complaint where ticket = " + ticket)
                .get(0);
        schema.change("update complaint set state = 'NONSENSE' where ticket = " + ticket);
        try {
            browser.go("/console/cases/" + ticket);
        } finally {
            schema.change("update complaint set state = '" + state + "' where ticket = " + ticket);
        }
    }

    private void away() {
        schema.change("rename table complaint_interest to complaint_interest_away");
        try {
            browser.go("/console/interests");
        } finally {
            schema.change("rename table complaint_interest_away to complaint_interest");
        }
    }
}
