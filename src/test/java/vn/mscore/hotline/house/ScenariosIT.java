package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.People.Person;

/** Stories of the field from the citizen's telephone to the last screen, at the packaged gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Pattern TICKET = Pattern.compile("\\b(\\d{8})\\b");
    private static final String SEALED_RECEIPT = "Da nhan tin, ma so";

    private final java.nio.file.Path home = Gateway.freshFolder("scenarios");
    private Air air;
    private Gateway gateway;
    private Caller operator;
    private Caller officer;
    private final Map<String, Caller> keepers = new HashMap<>();
    private final Map<String, OffsetDateTime> fresh = new HashMap<>();

    /** What dossiers and their codes count days from: the stories may go on past midnight. */
    private final OffsetDateTime begun = daysFromNow(0);

    private final String postponed = code("7702");
    private final String late = code("7703");
    private final String returned = code("7704");

    @BeforeAll
    void start() throws IOException, InterruptedException {
        LocalDate today = daysFromNow(0).toLocalDate();
        Path open = Files.writeString(
                home.resolve("open.csv"),
                "unit,day,hours,why\n," + today + ",07:30-17:00,test\n," + today.plusDays(1) + ",07:30-17:00,test\n");
        air = new Air(home.resolve("modem.jsonl"));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")
                .set("hotline.calendar.file", open.toString())
                .set("hotline.contact.sms.from", "00:00")
                .set("hotline.contact.sms.until", "23:59")
                .set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.pace", "20/s");
        gateway.start();
        operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR));
        officer = Caller.signedIn(gateway, People.of(gateway, Role.OFFICER));
        // Before anybody looks at a board: what it holds is kept for a minute.
        assertThat(gateway.call("PUT", "/api/v1/dossiers/" + late, dossier(-2, "PROCESSING", "0912345602", stage()))
                        .statusCode())
                .isLessThan(300);
    }

    private String stage() {
        return ", \"stages\": [{\"name\": \"Thẩm định\", \"unit\": \"KS-KT\", \"officer\": \"CB07\", \"enteredAt\": \""
                + begun.minusDays(19) + "\", \"allowedHours\": 16}]";
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
        air.close();
    }

    private static OffsetDateTime daysFromNow(int days) {
        return OffsetDateTime.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")))
                .plusDays(days)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private String dossier(int due, String status, String phone, String more) {
        return "{\"unit\": \"KS-HCC\", \"procedure\": \"1.004227\", \"field\": \"DATDAI\", \"receivedAt\": \""
                + begun.minusDays(20) + "\", \"dueAt\": \"" + begun.plusDays(due) + "\", \"status\": \"" + status
                + "\", \"phone\": \"" + phone + "\"" + more + "}";
    }

    private String code(String last) {
        return "H50.15-"
                + begun.minusDays(20).toLocalDate().toString().substring(2).replace("-", "") + "-" + last;
    }

    private static String ticket(String receipt) {
        Matcher found = TICKET.matcher(receipt);
        assertThat(found.find()).as(receipt).isTrue();
        return found.group(1);
    }

    @Test
    void scenario2_aDossierIsPutOffOnceWithAnApologyThatIsTextedAndHeardAndTheBoardBlamesTheStageNotTheCounter()
            throws Exception {
        String stage = stage();
        String path = "/api/v1/dossiers/" + postponed;
        assertThat(gateway.call("PUT", path, dossier(1, "PROCESSING", "0912345602", stage))
                        .statusCode())
                .isLessThan(300);
        String off = ", \"postponeReason\": \"chờ xác minh đất\"" + stage;
        assertThat(gateway.call("PUT", path, dossier(2, "PROCESSING", "0912345602", off))
                        .statusCode())
                .isLessThan(300);
        assertThat(gateway.call("PUT", path, dossier(15, "PROCESSING", "0912345602", off))
                        .body())
                .contains("dossier.postponed-twice");
        apologized(postponed, "+84912345602");
        Caller leader = Caller.signedIn(gateway, People.of(gateway, Role.LEADER));
        String file = leader.post("/console/leader/export", Map.of("what", "DOSSIERS", "format", "CSV"))
                .body();
        assertThat(file.lines().filter(row -> row.contains(late)))
                .as("all that is late, however much the page shows of it")
                .singleElement()
                .satisfies(row ->
                        assertThat(row).contains("Phòng Kinh tế", "Thẩm định").doesNotContain("TT PVHCC"));
    }

    /** By text the day before (T06), and to whoever calls: with the first new day, not the one that was refused. */
    private void apologized(String code, String phone) throws Exception {
        LocalDate day = begun.plusDays(2).toLocalDate();
        assertThat(Gateway.await(LIMIT, () -> texts(phone).contains("xin loi")))
                .as("T06")
                .isTrue();
        assertThat(texts(phone))
                .contains("HS " + code + " bi cham. Hen lai ngay "
                        + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day) + ". Ly do: cho xac minh dat");
        try (Handset call = Handset.dial(gateway, phone)) {
            call.press("1").hear("vi/nhap-ma-so-may").press("1").hear("vi/doc-hen-lai-1");
            assertThat(call.said()).contains("Cơ quan xin lỗi và hẹn trả kết quả vào");
            assertThat(call.said().substring(call.said().indexOf("vi/doc-hen-lai-1")))
                    .as("the day that was texted")
                    .containsSubsequence(
                            "vi/so/ngay-" + day.getDayOfMonth() + "\"", "vi/so/thang-" + day.getMonthValue() + "\"");
        }
    }

    private String texts(String phone) {
        try {
            return String.join("\n", air.received(phone, 1, Duration.ZERO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Test
    void scenario3_aLowScoreForMoneyIsSealedAndTheCitizenGetsANeutralText() throws Exception {
        String phone = "+84912345603";
        String handedOut = ", \"returnedAt\": \"" + begun.minusDays(1) + "\"";
        Caller first = keeper("giu1");
        Set<String> before = sealed(first);
        assertThat(gateway.call("PUT", "/api/v1/dossiers/" + returned, dossier(-1, "RETURNED", "0912345603", handedOut))
                        .statusCode())
                .isLessThan(300);
        air.text(phone, "CD " + returned + " 3");
        assertThat(air.received(phone, 1, LIMIT).get(0)).contains("(3/10)").contains("4 thu tien ngoai quy dinh");
        air.text(phone, "4");
        String receipt = air.received(phone, 2, LIMIT).get(1);
        assertThat(receipt).startsWith(SEALED_RECEIPT);
        String ticket = ticket(receipt);
        Set<String> sealed = sealed(first);
        sealed.removeAll(before);
        assertThat(sealed).as("whoever inspects finds it").hasSize(1);
        String path = sealed.iterator().next();
        first.post(path + "/ask", Map.of("reason", "xem xét ban đầu trong hạn"));
        keeper("giu2").post(path + "/confirm", Map.of());
        assertThat(first.post(path + "/reveal", Map.of("what", "DOSSIER")).body())
                .as("and what it is about")
                .contains(returned);
        for (String login : List.of("minh", "binh", "thu", "dung", "lan", "tra", "kythuat")) {
            seesNothing(login, ticket, path);
        }
    }

    /** The desk, an officer of another room and of the accused one, the leader of both, the delegate, who keeps the house. */
    private void seesNothing(String login, String ticket, String path) throws IOException, InterruptedException {
        Map<String, Caller> here = Map.of("minh", operator, "binh", officer);
        Caller nobody =
                here.containsKey(login) ? here.get(login) : Caller.signedIn(gateway, People.named(gateway, login));
        assertThat(nobody.get("/console/cases/" + ticket).status()).as(login).isIn(403, 404);
        assertThat(nobody.get(path).status()).as(login).isEqualTo(403);
        assertThat(nobody.post("/console/search", Map.of("q", ticket)).body())
                .as(login)
                .doesNotContain("/console/cases/" + ticket);
        for (Answer page : List.of(
                nobody.get("/console/queue"),
                nobody.post("/console/queue/export", Map.of("group", "ALL", "format", "CSV")),
                nobody.get("/console/leader"),
                nobody.get("/console/delegate"))) {
            assertThat(page.body()).as(login).doesNotContain(ticket, returned);
        }
    }

    /** A custodian who gave a fresh code: it counts for five minutes. */
    private Caller keeper(String login) throws IOException, InterruptedException {
        Person person = People.named(gateway, login);
        if (!keepers.containsKey(login)) {
            keepers.put(login, Caller.signedIn(gateway, person));
        }
        OffsetDateTime now = daysFromNow(0);
        if (fresh.getOrDefault(login, now.minusDays(1)).isBefore(now.minusMinutes(3))) {
            keepers.get(login).stepUp(person);
            fresh.put(login, now);
        }
        return keepers.get(login);
    }

    private static Set<String> sealed(Caller custodian) throws IOException, InterruptedException {
        return Pattern.compile("/console/sealed/[0-9a-f]{32}")
                .matcher(custodian.get("/console/sealed").body())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void scenario4_aKhieuNaiIsAskedBackGuidedBookedAndItsClockBeginsWithThePaper() throws Exception {
        String phone = "+84912345604";
        air.text(phone, "KN ve viec thu hoi dat");
        String asked = air.received(phone, 1, LIMIT).get(0);
        assertThat(asked).contains("1 Kien nghi").contains("2 Khieu nai");
        air.text(phone, "2");
        assertThat(air.received(phone, 2, LIMIT).get(1)).contains("don ky ten/diem chi");
        String path = "/console/cases/" + ticket(asked) + "/petition";
        assertThat(petition(asked, "guided", Map.of("decision", "QĐ 12/QĐ-UBND"))
                        .status())
                .isEqualTo(303);
        LocalDate workday =
                PackedCalendars.read().national().plusWorkingDays(daysFromNow(0).toLocalDate(), 4);
        String sunday = workday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).toString();
        assertThat(petition(asked, "booked", Map.of("unit", "KS-HCC", "day", sunday, "at", "23:00")))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.body())
                        .contains("Ngoài giờ làm việc")
                        .contains("value=\"KS-HCC\"", "value=\"" + sunday + "\"", "value=\"23:00\""));
        assertThat(petition(asked, "booked", Map.of("unit", "KS-HCC", "day", workday.toString(), "at", "08:30"))
                        .status())
                .isEqualTo(303);
        assertThat(operator.get(path).body()).doesNotContain("thụ lý trước");
        String today = daysFromNow(0).toLocalDate().toString();
        assertThat(petition(asked, "paper", Map.of("day", today)).status()).isEqualTo(303);
        String signed = operator.get(path).body();
        assertThat(signed)
                .as("seven working days from now")
                .contains("chip soon")
                .doesNotContain("name=\"paper-day\"");
        assertThat(petition(asked, "accepted", Map.of("day", today)).status()).isEqualTo(303);
        String shown = operator.get("/console/cases/" + ticket(asked)).body();
        LocalDate thirtieth = PackedCalendars.read()
                .national()
                .plusWorkingDays(daysFromNow(29).toLocalDate(), 1);
        String last = DateTimeFormatter.ofPattern("dd/MM").format(thirtieth);
        assertThat(shown).contains("Đã thụ lý, đang giải quyết", "giải quyết khiếu nại", last);
    }

    private Answer petition(String asked, String step, Map<String, String> fields)
            throws IOException, InterruptedException {
        return WorkedDay.petition(operator, ticket(asked), step, fields);
    }

    @Test
    void scenario8_openingATocaoIsLoggedAndAnOfficerWhoSearchesTheNumberFindsNothing() throws Exception {
        String phone = "+84912345608";
        Set<String> before = sealed(keeper("giu1"));
        air.text(phone, "TCAO can bo dia chinh doi tien");
        assertThat(air.received(phone, 1, LIMIT).get(0)).startsWith(SEALED_RECEIPT);
        Caller one = keeper("giu1");
        Caller two = keeper("giu2");
        Set<String> links = sealed(one);
        links.removeAll(before);
        assertThat(links).hasSize(1);
        String link = links.iterator().next();
        one.post(link + "/ask", Map.of("reason", "xem xét ban đầu trong hạn"));
        two.post(link + "/confirm", Map.of());
        assertThat(two.get(link).body()).contains("doi tien");
        Caller auditor = Caller.signedIn(gateway, People.of(gateway, Role.AUDITOR));
        String trail = auditor.get("/console/audit").body();
        assertThat(trail).contains("giu1").contains("giu2").contains(link.replaceAll(".*/", ""));
        assertThat(trail).doesNotContain("doi tien").doesNotContain("0912345608");
        Answer real = officer.post("/console/search", Map.of("q", "0912345608"));
        Answer never = officer.post("/console/search", Map.of("q", "0912345699"));
        assertThat(real.body().replace("0912345608", "N")).doesNotContain("data-case");
        assertThat(real.plain("0912345608")).isEqualTo(never.plain("0912345699"));
        assertThat(auditor.get("/console/audit?deed=phone.searched").body()).contains("binh");
    }

    @Test
    void scenario10_delegatesReadTransfersWithoutAnAnswerByFieldWithTheirClocks() throws Exception {
        String phone = "+84912345610";
        air.text(phone, "PA cau treo thon 7 hong van, tre em di hoc nguy hiem");
        String ticket = ticket(air.received(phone, 1, LIMIT).get(0));
        WorkedDay.deed(operator, ticket, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        WorkedDay.deed(operator, ticket, "route", Map.of("unit", "KS-KT"));
        Caller delegate = Caller.signedIn(gateway, People.of(gateway, Role.DELEGATE));
        assertThat(Gateway.await(LIMIT, () -> shows(delegate, ticket))).isTrue();
        String digest = delegate.get("/console/delegate").body();
        String row = digest.substring(digest.indexOf(ticket), digest.indexOf("</tr>", digest.indexOf(ticket)));
        assertThat(row).contains("Đường sá").contains("Phòng Kinh tế").contains("ngày làm việc");
        assertThat(digest).doesNotContain("cau treo").doesNotContain("0912345610");
        assertThat(delegate.get("/console/cases/" + ticket).body())
                .doesNotContain("cau treo")
                .doesNotContain("345610");
    }

    private static boolean shows(Caller who, String ticket) {
        try {
            return who.get("/console/delegate").body().contains(ticket);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
