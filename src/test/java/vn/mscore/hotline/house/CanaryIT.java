package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.Screens.Address;
import vn.mscore.hotline.launcher.backup.OpenedBackup;

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

    /** Hidden tickets asked for by every address: 6 make ten thousand requests, {@code -Dleaks.tickets=20} three times that. */
    private static final int ASKED_FOR = Integer.getInteger("leaks.tickets", 6);

    private static final String LAN = "+84912345678";
    private final Path home = Gateway.freshFolder("canary");
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, Answer> before = new LinkedHashMap<>();
    private final Map<String, Answer> afterwards = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final SealedReports reports = new SealedReports();
    private Crawl crawl;
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

    @Test
    @Order(1)
    void everybodyReadsEverythingBeforeAnythingIsHidden() throws Exception {
        air.text(LAN, "PA duong vao thon day o ga");
        open = SealedReports.ticket(air.received(LAN, 1, ANSWER).get(0));
        assertThat(Gateway.await(ANSWER, this::receiptIsDelivered)).isTrue();
        crawl = new Crawl(callers, looks(), reports::heard);
        before.putAll(crawl.everything(open));
        assertThat(Crawl.differences(before, crawl.everything(open)))
                .as("pages that change by themselves")
                .isEmpty();
        assertThat(before).hasSizeGreaterThan(500);
        filesAreRead();
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

    private static List<String> looks() {
        return Stream.concat(SealedReports.looks().stream(), Stream.of("o ga", "doi tien"))
                .toList();
    }

    /** Both kinds of every file were there to be compared. */
    private void filesAreRead() {
        assertThat(before.entrySet())
                .filteredOn(one -> one.getKey().startsWith("OPERATOR Question[path=/console/queue/export"))
                .filteredOn(one -> one.getValue().body().contains(open))
                .as("an open case stands in the files")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(before.entrySet())
                .filteredOn(one -> one.getKey().matches("LEADER Question.path=/console/(leader/export|figures).*"))
                .hasSize(12)
                .allMatch(one -> one.getValue().status() == 200);
    }

    @Test
    @Order(2)
    void fiftyCitizensDenounceInWritingAndByTelephoneAndGetTheNeutralReceipt() throws Exception {
        for (String receipt : reports.come(gateway, air, ANSWER)) {
            assertThat(receipt).startsWith("Da nhan tin, ma so").doesNotContain("to cao");
            hidden.add(SealedReports.ticket(receipt));
        }
        assertThat(hidden).doesNotHaveDuplicates().hasSize(50);
        assertThat(Gateway.await(ANSWER, () -> files("recordings").size() == SealedReports.spoken()))
                .as("each spoken one lies sealed where recordings are kept")
                .isTrue();
    }

    private List<Path> files(String below) {
        try (Stream<Path> files = Files.walk(gateway.var().resolve(below))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    @Order(3)
    void nothingHasChangedForAnybodyButTheCustodians() throws Exception {
        Map<String, Answer> after = crawl.everything(open);
        List<String> changed = Crawl.differences(before, after).stream()
                .filter(where -> !where.toUpperCase(Locale.ROOT).contains("CUSTODIAN"))
                .toList();
        assertThat(changed).as("byte-equal but for tokens").isEmpty();
        afterwards.putAll(after);
        assertThat(after.get("CUSTODIAN /console/sealed").body()).contains("/console/sealed/");
    }

    @Test
    @Order(4)
    void hiddenTicketIsTheSameAsOneThatNeverWasAtEveryAddress() throws Exception {
        Set<String> leaks = new ConcurrentSkipListSet<>();
        List<Address> addresses = TicketDoors.all();
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
                Answer never = ask(caller.getValue(), address, TicketDoors.neverWas());
                asked += 2;
                if (!real.plain(ticket).equals(never.plain(TicketDoors.neverWas()))) {
                    leaks.add(caller.getKey() + " " + address + " " + real.status() + "/" + never.status());
                }
            }
        }
        return asked;
    }

    private Answer ask(Caller caller, Address address, String ticket) {
        try {
            Answer answer = TicketDoors.ask(caller, address, ticket, open);
            reports.heard(answer.body());
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address + " was not answered", e);
        }
    }

    @Test
    @Order(5)
    void namingAHiddenTicketInAFieldIsTheSameAsNamingNone() throws Exception {
        Caller operator = callers.get("OPERATOR");
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(operator.get("/console/cases/" + open).body());
        assertThat(version.find()).isTrue();
        for (String deed : List.of("merge", "link", "unlink", "cluster")) {
            String path = "/console/cases/" + open + "/do/" + deed;
            Answer real = operator.post(path, Map.of("version", version.group(1), "other", hidden.get(0)));
            Answer never = operator.post(path, Map.of("version", version.group(1), "other", TicketDoors.neverWas()));
            assertThat(real.status()).as(deed).isEqualTo(409);
            assertThat(real.plain(hidden.get(0))).as(deed).isEqualTo(never.plain(TicketDoors.neverWas()));
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
            reports.heard(stream.getValue().heard());
            assertThat(stream.getValue().heard()).as(stream.getKey()).doesNotContain(hidden);
        }
        assertThat(streams.get("OPERATOR").heard()).as("something is told").contains("case");
        for (String path : List.of("/api/v1/complaints?limit=200", "/api/v1/scores?limit=200")) {
            HttpResponse<String> page = gateway.call("GET", path, "");
            reports.heard(page.body());
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).doesNotContain(hidden);
        }
        for (String path : List.of("/metrics", "/health/ready", "/openapi")) {
            reports.heard(gateway.get(path).body());
        }
    }

    @Test
    @Order(6)
    void noBodyThatWasEverSentHoldsACanary() throws Exception {
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (String path : List.of("/console/lines", "/console/audit", "/console/account")) {
                reports.heard(caller.getValue().get(path).body());
            }
        }
        assertThat(reports.seen()).isEmpty();
    }

    @Test
    @Order(7)
    void twoCustodiansOpenSomeTogetherAndOnlyTheyReadAndHearThem() throws Exception {
        Caller one = callers.get("CUSTODIAN");
        Caller two = callers.get("second custodian");
        Person first = People.of(gateway, Role.CUSTODIAN);
        String path = sealed(one).get(0);
        assertThat(ask(one, path).body()).as("a fresh code first").contains("/console/step-up");
        one.stepUp(first);
        assertThat(ask(one, path).status()).isEqualTo(303);
        one.post(path + "/confirm", Map.of());
        assertThat(one.get(path).body()).as("alone").doesNotContain("Canarius");
        two.stepUp(People.named(gateway, "giu2"));
        String written = "";
        String spoken = "";
        for (String each : sealed(one)) {
            if (written.isEmpty() || spoken.isEmpty()) {
                ask(one, each);
                assertThat(two.post(each + "/confirm", Map.of()).status()).isEqualTo(303);
                written = two.get(each).body().contains("Canarius") ? each : written;
                spoken = recording(two, each).isEmpty() ? spoken : recording(two, each);
            }
        }
        assertThat(two.post(written + "/reveal", Map.of("what", "PHONE")).body())
                .contains("098765");
        assertThat(one.get("/console/sealed/looks").body()).contains("Đặng Thị Nguyệt");
        assertThat(one.get(spoken).body()).as("the sound").contains(SealedReports.SOUND);
        onlyForCustodians(written, spoken, "/console/recordings/" + spoken.replaceAll(".*/", ""));
    }

    private static Answer ask(Caller custodian, String path) throws IOException, InterruptedException {
        return custodian.post(path + "/ask", Map.of("reason", "xem xet ban dau trong han"));
    }

    private static List<String> sealed(Caller custodian) throws IOException, InterruptedException {
        return Pattern.compile("/console/sealed/[0-9a-f]{32}")
                .matcher(custodian.get("/console/sealed").body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String recording(Caller custodian, String path) throws IOException, InterruptedException {
        Matcher found = Pattern.compile(path + "/recordings/[0-9a-f-]{36}")
                .matcher(custodian.get(path).body());
        return found.find() ? found.group() : "";
    }

    private void onlyForCustodians(String... paths) throws IOException, InterruptedException {
        for (String path : paths) {
            for (String other : List.of("OPERATOR", "OFFICER", "LEADER", "DELEGATE", "AUDITOR", "ADMINISTRATOR")) {
                Answer answer = callers.get(other).get(path);
                assertThat(answer.status()).as(other + " " + path).isIn(403, 404);
                assertThat(answer.body()).as(other + " " + path).doesNotContain("Canarius");
            }
        }
        assertThat(callers.get("AUDITOR").get("/console/audit").body()).doesNotContain("Canarius");
    }

    @Test
    @Order(8)
    void noLookOfTheCustodiansShowsOnAnothersPage() throws Exception {
        assertThat(Crawl.differences(afterwards, crawl.everything(open)))
                .filteredOn(where -> !where.toUpperCase(Locale.ROOT).contains("CUSTODIAN"))
                .isEmpty();
    }

    @Test
    @Order(9)
    void requestForErasureWithSecretWordsShowsNoneOfThem() throws Exception {
        SealedReports own = new SealedReports();
        List<String> answers = SealedReports.askErasure(air, ANSWER);
        assertThat(answers).anyMatch(text -> text.startsWith("Da nhan yeu cau ve du lieu ca nhan"));
        assertThat(answers).anyMatch(text -> text.startsWith("Da nhan tin, ma so"));
        Caller operator = callers.get("OPERATOR");
        String list = operator.get("/console/requests").body();
        Matcher number = Pattern.compile("/console/requests/(\\d{7})").matcher(list);
        assertThat(number.find()).isTrue();
        String page = operator.get(number.group()).body();
        assertThat(page).contains("XOADL").doesNotContain("dia chinh");
        for (String body : List.of(
                list,
                page,
                operator.get(number.group() + "/data").body(),
                operator.get("/console/queue").body())) {
            own.heard(body);
        }
        assertThat(own.seen()).isEmpty();
    }

    @Test
    @Order(10)
    void aBackupThatIsOpenedWithItsKeyHoldsNoCanary() throws Exception {
        Path file =
                Files.createDirectories(gateway.var().resolveSibling("nightly")).resolve("canary.backup");
        try (Gateway beside = new Gateway(home.resolve("beside"))
                .set("hotline.var", gateway.var().toString())
                .set("hotline.log.level", "ALL")) {
            beside.launch("backup", file.toString());
            assertThat(beside.exitCode()).as(beside.output()).isZero();
        }
        DiskSearch search = new DiskSearch(SealedReports.beginnings());
        List<String> places = new ArrayList<>();
        String key = Files.readString(gateway.var().resolve("secrets/backup-open.key"));
        OpenedBackup.read(file, key.strip(), (place, content) -> {
            places.add(place);
            search.search(place, content);
        });
        assertThat(search.hits()).isEmpty();
        assertThat(places).contains("table complaint", "table voice_recording").hasSizeGreaterThan(1_000);
        assertThat(places).filteredOn(place -> place.startsWith("RECORDINGS")).hasSize(SealedReports.spoken());
    }

    @Test
    @Order(11)
    void noByteOnDiskIsACanary() throws Exception {
        assertThat(files("asterisk/spool")).as("sound before it is sealed").isEmpty();
        gateway.terminate();
        DiskSearch search = new DiskSearch(SealedReports.beginnings());
        search.below(home.resolve("gateway"));
        search.below(home.resolve("beside"));
        LOG.info("bytes searched: " + search.bytes());
        assertThat(search.hits()).isEmpty();
        assertThat(search.bytes()).isGreaterThan(10_000_000);
        assertThat(files("recordings")).hasSize(SealedReports.spoken());
    }
}
