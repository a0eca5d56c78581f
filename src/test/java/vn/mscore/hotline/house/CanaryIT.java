package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.Screens.Address;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Fifty denunciations in the packaged gateway with everything logged (security R4): every role reads every page once
 * without and once with them, asks for their tickets by every address, and in the end all bytes on disk are searched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryIT {
    private static final Logger LOG = Logger.getLogger(CanaryIT.class.getName());
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final Duration LISTENED = Duration.ofSeconds(3);
    private static final int REPORTS = 50;

    /** Hidden tickets asked for by every address: 6 make ten thousand requests, {@code -Dleaks.tickets=20} three times that. */
    private static final int ASKED_FOR = Integer.getInteger("leaks.tickets", 6);

    private static final String LAN = "+84912345678";
    private static final Pattern TICKET = Pattern.compile("\\b(\\d{8})\\b");

    /** Live by their nature: the flow of all mail, and the trail of our own reading. They are searched, not compared. */
    private static final Pattern LIVE = Pattern.compile("/console/(lines.*|audit.*|account|stream)");

    private final Path home = Gateway.freshFolder("canary");
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, Answer> before = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private Air air;
    private Gateway gateway;
    private String open = "";

    @BeforeAll
    void start() throws IOException, InterruptedException {
        air = new Air(home.resolve("modem.jsonl"));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.log.level", "ALL")
                .set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.pace", "20/s");
        gateway.start();
        for (Role role : Role.values()) {
            callers.put(role.name(), Caller.signedIn(gateway, People.of(gateway, role)));
        }
        callers.put("other office", Caller.signedIn(gateway, People.named(gateway, "thu")));
        callers.put("second custodian", Caller.signedIn(gateway, People.named(gateway, "giu2")));
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
        air.close();
    }

    private static String phone(int report) {
        return String.format("+8498765%04d", report);
    }

    private static String code(int report) {
        return String.format("H50.15-260714-7%03d", report);
    }

    private static String words(int report) {
        return "TCAO ong Canarius" + report + " o quay doi tien cua toi, ho so " + code(report) + ", goi toi so 0"
                + phone(report).substring(3);
    }

    /** How everything that must never be seen begins, in every form in which it could be written. */
    private static final List<String> BEGINNINGS =
            List.of(phone(0).substring(3, 10), semiOctets(phone(0)).substring(0, 8), "Canarius", "260714-7");

    private static final Pattern CANARY = Pattern.compile("9876500\\d\\d|Canarius\\d*|260714-7\\d{3}");

    /** What the reader of a page typed himself into its search box. */
    private static final Set<String> TYPED = Set.of("Canarius1", "987650001", "260714-7001");

    /** Notes the canaries of what was sent to somebody; he typed some of them himself. */
    private void heard(String body) {
        CANARY.matcher(body).results().map(MatchResult::group).forEach(seen::add);
    }

    /** A number as the radio writes it (3GPP TS 23.040 9.1.2.3): digits swapped in pairs. */
    private static String semiOctets(String phone) {
        String digits = phone.substring(1) + (phone.length() % 2 == 0 ? "F" : "");
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            swapped.append(digits.charAt(i + 1)).append(digits.charAt(i));
        }
        return swapped.toString();
    }

    @Test
    @Order(1)
    void everybodyReadsEverythingBeforeAnythingIsHidden() throws Exception {
        air.text(LAN, "PA duong vao thon day o ga");
        open = ticket(air.received(LAN, 1, ANSWER).get(0));
        assertThat(Gateway.await(ANSWER, this::receiptIsDelivered)).isTrue();
        readEverything(before);
        Map<String, Answer> again = new LinkedHashMap<>();
        readEverything(again);
        assertThat(differences(before, again))
                .as("pages that change by themselves")
                .isEmpty();
        assertThat(before).hasSizeGreaterThan(50);
    }

    /** The page of the case shows what became of its receipt: until the network has reported, it changes by itself. */
    private boolean receiptIsDelivered() {
        try {
            Caller operator = callers.get("OPERATOR");
            return operator.get("/console/cases/" + open).body().contains("đến máy");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String ticket(String receipt) {
        Matcher found = TICKET.matcher(receipt);
        assertThat(found.find()).as(receipt).isTrue();
        return found.group(1);
    }

    private void readEverything(Map<String, Answer> into) throws Exception {
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (String path : paths()) {
                Answer answer = caller.getValue().get(path);
                heard(answer.body());
                into.put(caller.getKey() + " " + path, answer);
            }
            for (String typed :
                    List.of("o ga", "Canarius1", "canarius", "0987650001", "H50.15-260714-7001", "doi tien")) {
                search(caller.getKey(), "/console/search", Map.of("q", typed), into);
                search(caller.getKey(), "/console/queue", Map.of("group", "ALL", "text", typed), into);
            }
        }
    }

    private void search(String who, String path, Map<String, String> fields, Map<String, Answer> into)
            throws Exception {
        Answer answer = callers.get(who).post(path, fields);
        heard(answer.body());
        into.put(who + " " + path + " " + fields, answer);
    }

    private List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Address address : Screens.declared()) {
            if (address.verb().equals("GET") && !LIVE.matcher(address.path()).matches()) {
                paths.add(address.with(open));
            }
        }
        return paths;
    }

    private static List<String> differences(Map<String, Answer> one, Map<String, Answer> other) {
        return one.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .plain("-")
                        .equals(other.get(entry.getKey()).plain("-")))
                .map(entry -> entry.getKey() + ": "
                        + firstDifference(
                                entry.getValue().plain("-"),
                                other.get(entry.getKey()).plain("-")))
                .toList();
    }

    private static String firstDifference(String one, String other) {
        int at = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()));
        String before = one.substring(Math.max(0, at - 60), at);
        return before + " [" + one.substring(at).lines().findFirst().orElse("") + "] or ["
                + other.substring(at).lines().findFirst().orElse("") + "]";
    }

    @Test
    @Order(2)
    void fiftyCitizensDenounceAndGetTheNeutralReceipt() throws Exception {
        for (int i = 0; i < REPORTS; i++) {
            air.text(phone(i), words(i));
        }
        for (int i = 0; i < REPORTS; i++) {
            String receipt = air.received(phone(i), 1, ANSWER).get(0);
            assertThat(receipt).startsWith("Da nhan tin, ma so").doesNotContain("to cao");
            hidden.add(ticket(receipt));
        }
        assertThat(hidden).doesNotHaveDuplicates().hasSize(REPORTS);
    }

    @Test
    @Order(3)
    void nothingHasChangedForAnybodyButTheCustodians() throws Exception {
        Map<String, Answer> after = new LinkedHashMap<>();
        readEverything(after);
        List<String> changed = differences(before, after).stream()
                .filter(where -> !where.toUpperCase(Locale.ROOT).contains("CUSTODIAN"))
                .toList();
        assertThat(changed).as("byte-equal but for tokens").isEmpty();
        assertThat(after.get("CUSTODIAN /console/sealed").body()).contains("/console/sealed/");
    }

    @Test
    @Order(4)
    void hiddenTicketIsTheSameAsOneThatNeverWasAtEveryAddress() throws Exception {
        Set<String> leaks = new ConcurrentSkipListSet<>();
        List<Address> addresses = addresses().stream().filter(Address::hasGap).toList();
        // Each has a session of his own and waits for the gateway: two ask while one would.
        int asked = callers.entrySet().parallelStream()
                .mapToInt(caller -> askAll(caller, addresses, leaks))
                .sum();
        LOG.info("requests of the matrix: " + asked);
        assertThat(leaks).isEmpty();
        assertThat(asked).as("L2").isGreaterThan(10_000);
    }

    private int askAll(Map.Entry<String, Caller> caller, List<Address> addresses, Set<String> leaks) {
        int asked = 0;
        for (Address address : addresses) {
            for (String ticket : hidden.subList(0, ASKED_FOR)) {
                Answer real = ask(caller.getValue(), address, ticket);
                Answer never = ask(caller.getValue(), address, neverWas());
                asked += 2;
                if (!real.plain(ticket).equals(never.plain(neverWas()))) {
                    leaks.add(caller.getKey() + " " + address + " " + real.status() + "/" + never.status());
                }
            }
        }
        return asked;
    }

    /** All with a gap for every command of a case. */
    private static List<Address> addresses() throws IOException {
        return Screens.declared().stream()
                .flatMap(address -> address.path().contains("{command}")
                        ? Arrays.stream(CaseCommand.values())
                                .map(command -> new Address(
                                        address.verb(), address.path().replace("{command}", command.code())))
                        : Stream.of(address))
                .toList();
    }

    private Answer ask(Caller caller, Address address, String ticket) {
        try {
            Answer answer = send(caller, address, ticket);
            heard(answer.body());
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address + " was not answered", e);
        }
    }

    private Answer send(Caller caller, Address address, String ticket) throws IOException, InterruptedException {
        return address.verb().equals("GET")
                ? caller.get(address.with(ticket))
                : caller.post(address.with(ticket), fields());
    }

    /** Something fit for every field of every deed. */
    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("other", open, "text", "mot hai ba bon nam"));
        Stream.of("version=1 unit=KS kind=FEEDBACK category=GTDB day=2027-01-04 at=08:00 days=2".split(" "))
                .map(pair -> pair.split("="))
                .forEach(pair -> fields.put(pair[0], pair[1]));
        return fields;
    }

    private String neverWas() {
        return IntStream.range(0, 100_000)
                .mapToObj(i -> TicketNumber.of(99, i).digits())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(5)
    void namingAHiddenTicketInAFieldIsTheSameAsNamingNone() throws Exception {
        Caller operator = callers.get("OPERATOR");
        for (String deed : List.of("merge", "link", "cluster")) {
            String path = "/console/cases/" + open + "/do/" + deed;
            Answer real = operator.post(path, Map.of("version", "999", "other", hidden.get(0)));
            Answer never = operator.post(path, Map.of("version", "999", "other", neverWas()));
            assertThat(real.plain(hidden.get(0))).as(deed).isEqualTo(never.plain(neverWas()));
        }
    }

    @Test
    @Order(5)
    void streamAndInterfaceTellNothing() throws Exception {
        Map<String, Caller.Stream> streams = new LinkedHashMap<>();
        callers.forEach((who, caller) -> streams.put(who, caller.open("/console/stream?since=0")));
        streams.get("OPERATOR").await(LISTENED, all -> false);
        for (Map.Entry<String, Caller.Stream> stream : streams.entrySet()) {
            stream.getValue().close();
            heard(stream.getValue().heard());
            assertThat(stream.getValue().heard()).as(stream.getKey()).doesNotContain(hidden);
        }
        assertThat(streams.get("OPERATOR").heard()).as("something is told").contains("case");
        for (String path : List.of("/api/v1/complaints?limit=200", "/api/v1/scores?limit=200")) {
            String body = gateway.call("GET", path, "").body();
            heard(body);
            assertThat(body).doesNotContain(hidden);
        }
        for (String path : List.of("/metrics", "/health/ready", "/openapi")) {
            heard(gateway.get(path).body());
        }
    }

    @Test
    @Order(6)
    void noBodyThatWasEverSentHoldsACanary() throws Exception {
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (String path : List.of("/console/lines", "/console/audit", "/console/account")) {
                heard(caller.getValue().get(path).body());
            }
        }
        seen.removeAll(TYPED);
        assertThat(seen).isEmpty();
    }

    @Test
    @Order(7)
    void twoCustodiansOpenOneTogetherAndOnlyTheyReadIt() throws Exception {
        Person first = People.of(gateway, Role.CUSTODIAN);
        Person second = People.named(gateway, "giu2");
        Caller one = callers.get("CUSTODIAN");
        Caller two = callers.get("second custodian");
        Matcher link = Pattern.compile("/console/sealed/[0-9a-f]{32}")
                .matcher(one.get("/console/sealed").body());
        assertThat(link.find()).isTrue();
        String path = link.group();
        assertThat(one.post(path + "/ask", Map.of("reason", "xem xet ban dau trong han"))
                        .body())
                .as("a fresh code first")
                .contains("/console/step-up");
        one.stepUp(first);
        assertThat(one.post(path + "/ask", Map.of("reason", "xem xet ban dau trong han"))
                        .status())
                .isEqualTo(303);
        one.post(path + "/confirm", Map.of());
        assertThat(one.get(path).body()).as("alone").doesNotContain("Canarius");
        two.stepUp(second);
        assertThat(two.post(path + "/confirm", Map.of()).status()).isEqualTo(303);
        for (Caller caller : List.of(one, two)) {
            assertThat(caller.get(path).body()).contains("Canarius").doesNotContain("no-such");
        }
        assertThat(two.post(path + "/reveal", Map.of("what", "PHONE")).body()).contains("098765");
        assertThat(one.get("/console/sealed/looks").body()).contains("Đặng Thị Nguyệt");
        for (String other : List.of("OPERATOR", "OFFICER", "LEADER", "DELEGATE", "AUDITOR", "ADMINISTRATOR")) {
            assertThat(callers.get(other).get(path).status()).as(other).isIn(403, 404);
        }
        assertThat(callers.get("AUDITOR").get("/console/audit").body()).doesNotContain("Canarius");
    }

    @Test
    @Order(8)
    void noByteOnDiskIsACanary() throws Exception {
        gateway.terminate();
        DiskSearch search = new DiskSearch(BEGINNINGS);
        search.below(home.resolve("gateway"));
        LOG.info("bytes searched: " + search.bytes());
        assertThat(search.hits()).isEmpty();
        assertThat(search.bytes()).isGreaterThan(10_000_000);
    }
}
