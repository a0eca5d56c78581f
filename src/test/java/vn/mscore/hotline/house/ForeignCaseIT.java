package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;

/**
 * Ordinary cases of another office, of every kind in every state, asked for over HTTP at every address that takes a ticket by
 * everybody but the desk (security R2, L1, L2, L4): the answer is the one about a ticket that never was. And nothing of them is
 * in anything these people can read, search or take away without naming them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignCaseIT {
    private static final Logger LOG = Logger.getLogger(ForeignCaseIT.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LISTENED = Duration.ofSeconds(3);
    private static final List<ComplaintKind> KINDS = List.of(
            ComplaintKind.FEEDBACK, ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT, ComplaintKind.UNCLASSIFIED);

    private static final String FOREIGN = "LB-HCC";
    private static final String OWN = "KS-KT";
    private static final String WORDS = "cau treo Xalalua";
    private static final String NO_WORDS = "cau treo Xalaluo";
    private static final String DEVICE = "desk1";
    private static final String NO_LETTER = "1000000000000000003";
    private static final String NO_RECORDING = "00000000-0000-4000-8000-000000000000";

    /** In the order of the kinds, then of the states. */
    private final List<String> foreign = new ArrayList<>();

    private final Map<String, Caller> others = new LinkedHashMap<>();
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Set<String> leaks = new ConcurrentSkipListSet<>();
    private Gateway gateway;
    private Caller operator;
    private String own;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path home = Gateway.freshFolder("foreign");
        gateway = new Gateway(home)
                .set("hotline.calendar.file", OfficeHours.always(home).toString())
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")
                .set("hotline.voice.devices", DEVICE)
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
        gateway.start();
        operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR));
        for (Role role : Role.values()) {
            if (role != Role.OPERATOR) {
                others.put(role.name(), Caller.signedIn(gateway, People.of(gateway, role)));
            }
        }
        others.put("other office", Caller.signedIn(gateway, People.named(gateway, "thu")));
        for (ComplaintKind kind : KINDS) {
            for (State state : State.values()) {
                foreign.add(at(FOREIGN, kind, state));
            }
        }
        own = at(OWN, ComplaintKind.FEEDBACK, State.DANG_XU_LY);
        apologized(FOREIGN, "0911");
        apologized("KS-HCC", "0912");
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
    }

    private String at(String office, ComplaintKind kind, State state) throws IOException, InterruptedException {
        String text = WORDS + " so " + kind + " " + state + " " + office;
        Answer kept = operator.post(
                "/console/enter", Map.of("channel", "WALK_IN", "kind", "FEEDBACK", "text", text, "read-back", "yes"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
        String ticket = kept.location().replaceAll(".*/", "");
        place(ticket, office, kind, state);
        return ticket;
    }

    private void place(String ticket, String office, ComplaintKind kind, State state) {
        schema.change("update complaint set kind = '%s', state = '%s', classified = %s, unit = '%s', unit_name = '%s',"
                        .formatted(kind, state, kind != ComplaintKind.UNCLASSIFIED, office, office)
                + " unit_ascii = '%s' where ticket = '%s'".formatted(office, ticket));
    }

    @Test
    void theDeskAndTheOfficeReadThem() throws Exception {
        for (String ticket : foreign) {
            assertThat(operator.get("/console/cases/" + ticket).status()).isEqualTo(200);
        }
        for (String who : List.of("OFFICER", "LEADER", "DELEGATE")) {
            assertThat(others.get(who).get("/console/cases/" + own).status())
                    .as(who)
                    .isEqualTo(200);
        }
        assertThat(others.get("other office").get("/console/cases/" + own).status())
                .isEqualTo(404);
    }

    @Test
    void aForeignTicketIsTheSameAsOneThatNeverWasAtEveryAddressThatTakesATicket() throws Exception {
        List<Address> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(45);
        int asked = others.entrySet().parallelStream()
                .mapToInt(caller -> askAll(caller, addresses))
                .sum();
        LOG.info("requests of the matrix: " + asked);
        assertThat(leaks).isEmpty();
        assertThat(asked).isGreaterThan(5_000);
    }

    private int askAll(Map.Entry<String, Caller> caller, List<Address> addresses) {
        int asked = 0;
        for (Address address : addresses) {
            List<String> tickets = address.verb().equals("GET") ? foreign : oneOfEachState();
            String none = ask(caller.getValue(), address, TicketDoors.neverWas());
            for (String ticket : tickets) {
                if (!ask(caller.getValue(), address, ticket).equals(none)) {
                    leaks.add(caller.getKey() + " " + address + " " + ticket);
                }
                asked++;
            }
        }
        return asked;
    }

    /** Kinds in turn: what a form may do hangs on the state. */
    private List<String> oneOfEachState() {
        int states = State.values().length;
        List<String> some = new ArrayList<>();
        for (int state = 0; state < states; state++) {
            some.add(foreign.get(state % KINDS.size() * states + state));
        }
        return some;
    }

    private String ask(Caller caller, Address address, String ticket) {
        try {
            return TicketDoors.ask(caller, address, ticket, own).plain(ticket);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address + " was not answered", e);
        }
    }

    @Test
    void searchesForAForeignTicketOrItsWordsFindWhatSearchesForNothingFind() throws Exception {
        assertThat(searched(operator, "/console/queue/export", WORDS + " so"))
                .as("the desk finds it")
                .contains(foreign.get(0));
        AtomicInteger ofTheirOwn = new AtomicInteger();
        Map<String, String> sought = Map.of(foreign.get(0), TicketDoors.neverWas(), WORDS + " so", NO_WORDS + " so");
        for (Map.Entry<String, Caller> caller : others.entrySet()) {
            for (Map.Entry<String, String> pair : sought.entrySet()) {
                for (String path : List.of("/console/search", "/console/queue", "/console/queue/export")) {
                    String real = searched(caller.getValue(), path, pair.getKey());
                    String none = searched(caller.getValue(), path, pair.getValue());
                    boolean hasOwn = real.contains(own);
                    ofTheirOwn.addAndGet(hasOwn ? 1 : 0);
                    assertThat(hasOwn ? "" : real)
                            .as(caller.getKey() + " " + path + " " + pair.getKey())
                            .isEqualTo(hasOwn ? "" : none);
                    assertThat(real).doesNotContain(foreign);
                }
            }
        }
        assertThat(ofTheirOwn)
                .as("searches that found a case of their own office")
                .hasPositiveValue();
    }

    private static String searched(Caller caller, String path, String words) throws IOException, InterruptedException {
        return caller.post(path, Map.of("q", words, "text", words, "group", "ALL", "format", "CSV"))
                .plain(words);
    }

    @Test
    void noPageSearchFileOrStreamHoldsAForeignCase() throws Exception {
        for (Map.Entry<String, Caller> caller : others.entrySet()) {
            String who = caller.getKey();
            StringBuilder heard = new StringBuilder();
            new Crawl(Map.of(who, caller.getValue()), List.of(WORDS, "Xalalua", "o ga"), heard::append).everything(own);
            try (Caller.Stream stream = caller.getValue().open("/console/stream?since=0")) {
                stream.await(LISTENED, all -> false);
                heard.append(stream.heard());
            }
            assertThat(foreign).as(who).noneMatch(ticket -> heard.indexOf(ticket) >= 0);
            assertThat(heard.indexOf(own) >= 0
                            || !List.of("OFFICER", "LEADER", "DELEGATE").contains(who))
                    .as("%s reads of the case of his own office", who)
                    .isTrue();
        }
    }

    @Test
    void anApologyOfAForeignOfficeIsTheSameAsOneThatNeverWas() throws Exception {
        List<String> letters = Pattern.compile("/console/apologies/(\\d+)")
                .matcher(operator.get("/console/apologies").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .sorted()
                .toList();
        assertThat(letters).hasSize(2);
        for (Map.Entry<String, Caller> caller : others.entrySet()) {
            int read = 0;
            for (String letter : letters) {
                Answer real = caller.getValue().get("/console/apologies/" + letter);
                Answer none = caller.getValue().get("/console/apologies/" + NO_LETTER);
                read += real.status() == 200 ? 1 : 0;
                assertThat(real.status() == 200 || real.plain(letter).equals(none.plain(NO_LETTER)))
                        .as(caller.getKey() + " " + real.status())
                        .isTrue();
                assertThat(real.body()).as(caller.getKey()).doesNotContain("Lao Bảo");
            }
            // The room that made the second one, and whoever leads its commune.
            assertThat(read)
                    .as(caller.getKey())
                    .isEqualTo(Set.of("LEADER", "other office").contains(caller.getKey()) ? 1 : 0);
            assertThat(caller.getValue().get("/console/apologies").body()).doesNotContain("-0911");
        }
        assertThat(operator.get("/console/apologies").body()).contains("-0911", "-0912");
    }

    /** A dossier of that office is late and gets a second day. */
    private void apologized(String office, String number) throws IOException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(7));
        String code = "H50.15-" + today.minusDays(10).toString().substring(2).replace("-", "") + "-" + number;
        for (LocalDate due : List.of(today.minusDays(1), today.plusDays(5))) {
            String dossier = """
                    {"unit":"%s","procedure":"1.004227","field":"DATDAI","status":"PROCESSING",
                     "receivedAt":"%sT08:00:00+07:00","dueAt":"%sT17:00:00+07:00","postponeReason":"cho giay"}""".formatted(office, today.minusDays(10), due);
            assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, dossier).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void aRecordingOfAForeignCaseIsTheSameAsOneThatNeverWas() throws Exception {
        try (Handset call = Handset.dial(gateway, "0912345678")) {
            call.press("3").hear("vi/menu-phan-anh").press("1").hear("\"RECORD\"");
            call.speak().press("#").hear("vi/xac-nhan").press("2").hear("vi/doc-ma-phieu");
        }
        String made = "select ticket from complaint where source like 'recording:%' and secret = 0";
        assertThat(Gateway.await(LIMIT, () -> schema.column(made).size() == 1)).isTrue();
        place(schema.column(made).get(0), FOREIGN, ComplaintKind.FEEDBACK, State.DANG_XU_LY);
        String recording = schema.column(
                        "select substring(source, 11) from complaint where source like 'recording:%' and secret = 0")
                .get(0);
        assertThat(Gateway.await(LIMIT, () -> hears(recording)))
                .as("the desk hears it")
                .isTrue();
        for (Map.Entry<String, Caller> caller : others.entrySet()) {
            Answer real = caller.getValue().get("/console/recordings/" + recording);
            Answer none = caller.getValue().get("/console/recordings/" + NO_RECORDING);
            assertThat(real.plain(recording)).as(caller.getKey()).isEqualTo(none.plain(NO_RECORDING));
        }
    }

    private boolean hears(String recording) {
        try {
            return operator.get("/console/recordings/" + recording).status() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aRealThingIsTheSameAsOneThatNeverWasForEverybodyWhoIsNotNamedAtItsAddress() throws Exception {
        Caller two = Caller.signedIn(gateway, People.named(gateway, "giu2"));
        Map<String, Caller> all = new LinkedHashMap<>(others);
        all.put(Role.OPERATOR.name(), operator);
        SealedPasts pasts = new SealedPasts(gateway, schema);
        String late = pasts.late(operator, others.get("OFFICER"), own);
        String worked = worked(two);
        RealThings things = new RealThings(gateway, schema).sealedRecording();
        others.get("ADMINISTRATOR").stepUp(People.of(gateway, Role.ADMINISTRATOR));
        things.ofTheDesk(operator, others.get("ADMINISTRATOR"));
        things.of("{ticket}", foreign.get(0), TicketDoors.neverWas());
        things.of("{pseudonym}", pseudonym(), RealThings.NO_PSEUDONYM);
        operator.post("/console/waiting/presence", Map.of("device", DEVICE, "present", "yes"));
        try (Handset caller = Handset.dial(gateway, "0912345679").press("0").hear("\"WAITING\"")) {
            things.of("callers/{call}", caller.call(), "khong-co");
            assertThat(things.missing(operator, others.get("CUSTODIAN"), others.get("ADMINISTRATOR")))
                    .isEmpty();
            String before = things.state();
            ShutDoors doors = new ShutDoors(things, own);
            for (Map.Entry<String, Caller> who : all.entrySet()) {
                leaks.addAll(doors.leaks(who.getKey(), who.getValue()));
            }
            LOG.info("real things asked for: " + doors.asked());
            assertThat(things.state()).as("nothing was done").isEqualTo(before);
            assertThat(doors.asked()).isGreaterThan(700);
        }
        assertThat(leaks).isEmpty();
        all.entrySet().parallelStream().forEach(who -> asNeverThere(who, List.of(late, worked)));
        assertThat(leaks).as("sealed cases with a past").isEmpty();
    }

    private String worked(Caller two) throws IOException, InterruptedException {
        Set<String> before = pseudonyms();
        Answer kept = operator.post(
                "/console/enter",
                Map.of(
                        "channel",
                        "WALK_IN",
                        "kind",
                        "DENUNCIATION",
                        "text",
                        "ong X doi tien " + WORDS,
                        "read-back",
                        "yes"));
        String ticket = kept.location().replaceAll(".*/", "");
        Caller one = others.get("CUSTODIAN");
        one.stepUp(People.of(gateway, Role.CUSTODIAN));
        two.stepUp(People.named(gateway, "giu2"));
        Set<String> now = pseudonyms();
        now.removeAll(before);
        SealedPasts.worked(one, two, "/console/sealed/" + now.iterator().next());
        return ticket;
    }

    private String pseudonym() throws IOException, InterruptedException {
        return pseudonyms().iterator().next();
    }

    private Set<String> pseudonyms() throws IOException, InterruptedException {
        return Pattern.compile("/console/sealed/([0-9a-f]{32})")
                .matcher(others.get("CUSTODIAN").get("/console/sealed").body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void asNeverThere(Map.Entry<String, Caller> who, List<String> sealed) {
        for (Address address : addresses()) {
            String none = ask(who.getValue(), address, TicketDoors.neverWas());
            for (String ticket : sealed) {
                if (!ask(who.getValue(), address, ticket).equals(none)) {
                    leaks.add(who.getKey() + " " + address + " " + ticket);
                }
            }
        }
    }

    private static List<Address> addresses() {
        try {
            return TicketDoors.all().stream()
                    .filter(address -> address.path().contains("{ticket}"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
