package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.house.StrangeWords.EXPRESSION;
import static vn.mscore.hotline.house.StrangeWords.FORMULA;
import static vn.mscore.hotline.house.StrangeWords.QUOTES;
import static vn.mscore.hotline.house.StrangeWords.SCRIPT;
import static vn.mscore.hotline.house.StrangeWords.TURNED;
import static vn.mscore.hotline.house.StrangeWords.assertAllText;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;

/**
 * Rows 13 to 16, 143 and 144: what people type shows as text on every page, print and export, whatever it is. And rows 145,
 * 146 and 148 of the screens.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangeTextIT {
    private static final List<String> ALL = List.of(
            SCRIPT,
            EXPRESSION,
            QUOTES,
            FORMULA,
            TURNED,
            "x".repeat(3_900),
            "a" + "\u0301".repeat(3_000),
            "😀".repeat(900));

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final int MOST_ROWS = 200;

    private static final Pattern LIVE = Pattern.compile("/console/stream");

    private final Map<Role, Caller> callers = new LinkedHashMap<>();
    private final List<String> tickets = new ArrayList<>();
    private Gateway gateway;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("strange"))
                .set("hotline.demo", "true")
                .set("hotline.voice.asterisk", "off");
        gateway.start();
        for (Role role : Role.values()) {
            callers.put(role, Caller.signedIn(gateway, People.of(gateway, role)));
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
    }

    private Caller operator() {
        return callers.get(Role.OPERATOR);
    }

    @Test
    @Order(1)
    void everyFieldTakesStrangeWordsAsWords() throws Exception {
        for (String strange : ALL) {
            Answer kept = operator()
                    .post(
                            "/console/enter",
                            Map.of(
                                    "channel",
                                    "WALK_IN",
                                    "kind",
                                    "COMPLAINT",
                                    "text",
                                    "duong o ga " + strange,
                                    "read-back",
                                    "yes"));
            assertThat(kept.status()).as(kept.body()).isEqualTo(303);
            tickets.add(kept.location().replaceAll(".*/", ""));
        }
        for (String ticket : tickets) {
            for (String strange : List.of(SCRIPT, EXPRESSION, QUOTES, TURNED)) {
                assertThat(deed(ticket, "note", Map.of("text", strange))).isBetween(200, 399);
            }
            deed(ticket, "summarize", Map.of("text", SCRIPT + FORMULA));
            Answer guided = WorkedDay.petition(operator(), ticket, "guided", Map.of("decision", SCRIPT));
            assertThat(guided.status()).isEqualTo(303);
        }
        settings();
    }

    private int deed(String ticket, String command, Map<String, String> fields) throws Exception {
        Matcher version =
                VERSION.matcher(operator().get("/console/cases/" + ticket).body());
        assertThat(version.find()).isTrue();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("version", version.group(1));
        return operator()
                .post("/console/cases/" + ticket + "/do/" + command, all)
                .status();
    }

    /** What technicians and other programs write: a name and an address of an office, a procedure, a reason of a moved day, a notice. */
    private void settings() throws Exception {
        String unit = json(
                "{'name':'%1$s','shortName':'=HYPERLINK(1)','kind':'DIVISION','parent':'KS','validFrom':'2025-07-01',"
                        + "'address':'%1$s'}",
                FORMULA + SCRIPT);
        assertThat(gateway.call("PUT", "/api/v1/units/X-LA", unit).statusCode()).isBetween(200, 299);
        LocalDate today = LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), ZoneOffset.ofHours(7));
        String code = "H50.15-" + today.minusDays(10).toString().substring(2).replace("-", "") + "-0907";
        dossier(code, today, today.minusDays(1), "");
        dossier(code, today, today.plusDays(5), ",'postponeReason':'cho <b>giay</b>'");
        dossier(
                code.replace("0907", "0908"),
                today,
                today.minusDays(1),
                ",'stages':[{'name':'=HYPERLINK(1)','unit':'X-LA','enteredAt':'" + today.minusDays(9)
                        + "T08:00:00+07:00'}]");
        Caller technician = callers.get(Role.ADMINISTRATOR);
        technician.stepUp(People.of(gateway, Role.ADMINISTRATOR));
        String notice =
                "from,to,kind,why,unit\n" + today.plusDays(30) + ",,NGHI,\"" + SCRIPT.replace("\"", "\"\"") + "\",\n";
        technician.post("/console/admin/calendar", Map.of("csv", notice, "lay", "yes"));
        technician.post(
                "/console/accounts",
                Map.of("login", "nguoi.la", "name", SCRIPT.substring(0, 60), "role", "AUDITOR", "unit", ""));
    }

    private void dossier(String code, LocalDate today, LocalDate due, String more) throws Exception {
        String dossier = json(
                "{'unit':'X-LA','procedure':'%s','field':'DATDAI','status':'PROCESSING','receivedAt':'"
                        + today.minusDays(10) + "T08:00:00+07:00','dueAt':'" + due + "T17:00:00+07:00'" + more + "}",
                SCRIPT);
        assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, dossier).statusCode())
                .isEqualTo(204);
    }

    private static String json(String pattern, String value) {
        return pattern.replace('\'', '"').formatted(value.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    @Test
    @Order(2)
    void everyPageShowsThemAsText() throws Exception {
        StringBuilder operators = new StringBuilder();
        int read = 0;
        for (Map.Entry<Role, Caller> caller : callers.entrySet()) {
            for (String path : paths(caller.getValue())) {
                Answer page = caller.getValue().get(path);
                assertAllText(caller.getKey() + " " + path, page.body());
                read++;
                if (caller.getKey() == Role.OPERATOR) {
                    operators.append(page.body());
                }
            }
        }
        letterIsThere();
        assertThat(read).isGreaterThan(300);
        assertThat(operators.toString())
                .as("they are really there")
                .contains(
                        "&lt;script&gt;alert(13)", "${13*13}", "{{13*13}}", "DROP TABLE complaint", "▫gnp▫.exe▫ xong");
    }

    private List<String> paths(Caller caller) throws Exception {
        List<String> paths = new ArrayList<>();
        for (Address address : Screens.declared()) {
            boolean page = address.verb().equals("GET")
                    && !LIVE.matcher(address.path()).matches();
            if (page) {
                paths.add(address.with(tickets.get(0)));
            }
        }
        for (String ticket : tickets) {
            for (String part : List.of("", "/petition", "/petition-form")) {
                paths.add("/console/cases/" + ticket + part);
            }
            paths.add("/console/queue/rows/" + ticket);
        }
        paths.add("/console/admin/units/X-LA");
        paths.add("/console/admin/units?q=" + "%3Cscript%3Ealert(13)%3C/script%3E");
        Matcher letter = Pattern.compile("/console/apologies/\\d+")
                .matcher(caller.get("/console/apologies").body());
        letter.results().forEach(found -> paths.add(found.group()));
        return paths;
    }

    private void letterIsThere() throws Exception {
        Matcher letter = Pattern.compile("/console/apologies/\\d+")
                .matcher(operator().get("/console/apologies").body());
        assertThat(letter.find()).isTrue();
        Answer page = operator().get(letter.group());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("cho &lt;b&gt;giay", "&lt;script&gt;alert(13)");
        assertThat(operator().get("/console/apologies/9999999999999999999").status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void searchesAnswerStrangeWordsWithText() throws Exception {
        for (String strange : ALL) {
            String asked = strange.substring(0, Math.min(150, strange.length()));
            for (Map.Entry<Role, Caller> caller : callers.entrySet()) {
                for (Map<String, String> fields : List.of(Map.of("q", asked), Map.of("group", "ALL", "text", asked))) {
                    String path = fields.containsKey("q") ? "/console/search" : "/console/queue";
                    Answer found = caller.getValue().post(path, fields);
                    assertThat(found.status()).as(caller.getKey() + " " + path).isIn(200, 403);
                    assertAllText(caller.getKey() + " " + path, found.body());
                }
            }
        }
        assertThat(operator().post("/console/search", Map.of("q", "%")).body())
                .as("row 15: a per cent sign finds nothing")
                .doesNotContain("<tbody>");
    }

    @Test
    @Order(4)
    void row16NoCellOfAnExportBeginsAFormula() throws Exception {
        assertThat(deed(tickets.get(0), "take", Map.of())).isBetween(200, 409);
        StringBuilder all = new StringBuilder();
        for (String format : List.of("CSV", "XLSX")) {
            for (Role role : List.of(Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE)) {
                Map<String, String> fields = Map.of("group", "ALL", "format", format);
                all.append(safe(format, callers.get(role).post("/console/queue/export", fields)));
            }
            for (String what : List.of("HOLDERS", "DOSSIERS", "CASES", "SCORES")) {
                Map<String, String> fields = Map.of("what", what, "format", format);
                all.append(safe(format, callers.get(Role.LEADER).post("/console/leader/export", fields)));
            }
        }
        assertThat(all).as("they are really there").contains(",'=HYPERLINK(1),", "=HYPERLINK(1)</t>");
    }

    private static String safe(String format, Answer file) {
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        if (format.equals("CSV")) {
            assertSafe(file.body());
        } else {
            assertThat(file.body())
                    .doesNotContain("<f>", "<f ")
                    .doesNotContainPattern("t=\"inlineStr\"><is><t[^>]*>[\\s\\p{Zs}]*[=+@-]");
        }
        return file.body();
    }

    /** A number may stand below nothing. */
    private static void assertSafe(String csv) {
        assertThat(csv.lines().flatMap(line -> Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
                        .splitAsStream(line)))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.replaceFirst("^\"", ""))
                        .doesNotContainPattern("^([=+@\\t\\r]|-(?!\\d+(\\.\\d+)?$))"));
        assertThat(StrangeWords.holdsUnseen(csv.replace("\uFEFF", ""))).isFalse();
    }

    /** Each parameter of each list, one at a time, the others fit, beside two that no list of ours has. */
    @Test
    @Order(9)
    void row133AListAskedForNonsenseRefusesOrShowsAPageAtMost() throws Exception {
        callers.get(Role.CUSTODIAN).stepUp(People.of(gateway, Role.CUSTODIAN));
        callers.get(Role.ADMINISTRATOR).stepUp(People.of(gateway, Role.ADMINISTRATOR));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Parameters.Row list : Parameters.rows()) {
            Caller caller = list.isList() ? callers.get(Role.valueOf(list.who())) : null;
            List<String> fields =
                    new ArrayList<>(caller == null ? List.of() : list.fields().keySet());
            for (String field : fields) {
                for (String value : List.of("name;drop", "-1", "1000000000", "0000-00-00", "%")) {
                    Map<String, String> all = new LinkedHashMap<>(list.fields());
                    all.putAll(Map.of(field, value, "sort", value, "size", value));
                    Answer answer = caller.ask(list.verb(), list.path().replace("{ticket}", tickets.get(0)), all);
                    asked++;
                    boolean nowhere = list.path().contains("{") && answer.status() == 404;
                    if (!nowhere && !List.of(200, 400, 422).contains(answer.status())
                            || Readable.rows(answer.body()) > MOST_ROWS) {
                        wrong.add(list.request() + " " + field + "=" + value + ": " + answer.status() + " "
                                + answer.location() + " rows " + Readable.rows(answer.body()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(150);
    }

    @Test
    @Order(5)
    void row144TheLayoutHoldsOnATelephone() throws Exception {
        List<String> wide = new ArrayList<>();
        try (Browser browser = Browser.open(gateway)) {
            browser.signIn(Role.OPERATOR).resize(390, 844);
            List<String> paths = new ArrayList<>(List.of("/console/queue", "/console/apologies"));
            tickets.forEach(ticket -> paths.add("/console/cases/" + ticket));
            paths.add("/console/cases/" + tickets.get(0) + "/petition");
            paths.add("/console/cases/" + tickets.get(5) + "/petition-form");
            for (String path : paths) {
                browser.go(path).waitFor("main h1");
                Long over = (Long) browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) {
                    wide.add(path + " by " + over);
                }
            }
            browser.screenshot("strange-390");
            assertThat(browser.complaints()).as("scripts, policy").isEmpty();
        }
        assertThat(wide).as("wider than a telephone").isEmpty();
    }

    @Test
    @Order(6)
    void row145ADeedThatIsSentTwiceIsDoneOnce() throws Exception {
        String ticket = tickets.get(1);
        Matcher version =
                VERSION.matcher(operator().get("/console/cases/" + ticket).body());
        assertThat(version.find()).isTrue();
        Map<String, String> fields = Map.of("version", version.group(1), "text", "mot lan thoi");
        String path = "/console/cases/" + ticket + "/do/note";
        assertThat(operator().post(path, fields).status()).isEqualTo(303);
        assertThat(operator().post(path, fields).status())
                .as("the second click")
                .isEqualTo(409);
        String page = operator().get("/console/cases/" + ticket).body();
        assertThat(page.split("mot lan thoi", -1)).as("one note").hasSize(2);
    }

    @Test
    @Order(7)
    void row146NoPageStandsInAFrameOfAnotherSite() throws Exception {
        for (String path : List.of("/", "/console/login", "/handset/", "/console/queue")) {
            HttpHeaders headers = gateway.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
        }
    }

    @Test
    @Order(8)
    void row148AnOfficeFindsNobodyByHisNumberAndTheTryIsWrittenDown() throws Exception {
        for (String kind : List.of("FEEDBACK", "DENUNCIATION")) {
            Map<String, String> hers = Map.of(
                    "channel",
                    "WALK_IN",
                    "kind",
                    kind,
                    "phone",
                    "0912345678",
                    "text",
                    "mat nuoc " + kind,
                    "read-back",
                    "yes");
            assertThat(operator().post("/console/enter", hers).status()).isEqualTo(303);
        }
        assertThat(operator().post("/console/search", Map.of("q", "0912345678")).body())
                .as("it is somebody's")
                .contains("/console/cases/");
        Caller officer = callers.get(Role.OFFICER);
        String known =
                officer.post("/console/search", Map.of("q", "0912345678")).plain("0912345678");
        String unknown =
                officer.post("/console/search", Map.of("q", "0987111222")).plain("0987111222");
        assertThat(known).isEqualTo(unknown).doesNotContain("<tbody>");
        String trail = callers.get(Role.AUDITOR).get("/console/audit").body();
        assertThat(trail).contains("Tìm theo số").doesNotContain("0912345678", "912345678");
    }
}
