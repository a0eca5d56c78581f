package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Screens.Address;

/**
 * Nobody learns from how long an answer takes whether a ticket is a sealed case or none (security L3, row 148): for both the
 * database is asked the same, statement by statement, at every address with a gap, whatever belongs into it, by everybody who may not see it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameStatementsIT {
    private static final Logger LOG = Logger.getLogger(SameStatementsIT.class.getName());
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** A job of the gateway may fall into one answer; it does not fall into all. */
    private static final int ROUNDS = 6;

    private static final String REPORTER = "0987650001";
    private static final String SPEAKER = "0987650002";
    private static final String NOBODY = "0987659999";
    private static final String NO_RECORDING = "00000000-0000-4000-8000-000000000000";

    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final List<String> different = new ArrayList<>();
    private Gateway gateway;
    private StatementLog log;
    private String open;

    @BeforeAll
    void start() throws Exception {
        gateway = new Gateway(Gateway.freshFolder("statements"))
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
        gateway.start();
        for (Role role : Role.values()) {
            callers.put(role.name(), Caller.signedIn(gateway, People.of(gateway, role)));
        }
        callers.put("other office", Caller.signedIn(gateway, People.named(gateway, "thu")));
        reports();
        log = StatementLog.of(schema, IDLE);
    }

    @AfterAll
    void stop() throws Exception {
        if (log != null) {
            log.close();
        }
        gateway.close();
    }

    /** One sealed report in writing, one by telephone, and an open case. */
    private void reports() throws IOException, InterruptedException {
        gateway.call(
                "POST",
                "/api/simulator/phones/%2B84" + REPORTER.substring(1) + "/messages",
                "{\"text\": \"TCAO can bo o quay doi tien cua toi\"}");
        try (Handset call = Handset.dial(gateway, SPEAKER)) {
            call.denounce("").press("1").hear("vi/kin-dong-y");
        }
        Caller.Answer kept = callers.get("OPERATOR")
                .post(
                        "/console/enter",
                        Map.of("channel", "WALK_IN", "kind", "FEEDBACK", "text", "duong o ga", "read-back", "yes"));
        open = kept.location().replaceAll(".*/", "");
        assertThat(Gateway.await(
                        ANSWER, () -> sealed().size() == 2 && recordings().size() == 1))
                .isTrue();
    }

    private List<String> sealed() {
        return schema.column("select ticket from complaint where secret = 1 order by id");
    }

    private List<String> recordings() {
        return schema.column("select recording_id from voice_recording where secret = 1 and state = 'KEPT'");
    }

    private interface Question {
        Object about(String thing) throws Exception;
    }

    /** Notes it as different when what is asked about the one is never the same as what is asked about the other. */
    private void compare(String where, Question question, String sealed, String none) throws Exception {
        Set<List<String>> ofSealed = new HashSet<>();
        Set<List<String>> ofNone = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofSealed.add(statements(() -> question.about(sealed)));
            ofNone.add(statements(() -> question.about(none)));
            if (ofSealed.stream().anyMatch(ofNone::contains)) {
                return;
            }
        }
        different.add(where + "\n  sealed: " + least(ofSealed) + "\n  none:   " + least(ofNone));
    }

    private List<String> statements(Callable<?> asked) throws Exception {
        return log.during(asked);
    }

    private static List<String> least(Set<List<String>> some) {
        return some.stream().min((a, b) -> a.size() - b.size()).orElseThrow();
    }

    @BeforeEach
    void forget() {
        different.clear();
    }

    @Test
    @Order(1)
    void whatSomebodyMayReadIsTold() throws Exception {
        Caller operator = callers.get("OPERATOR");
        Question page = ticket -> operator.get("/console/cases/" + ticket);
        compare("an open case", page, open, TicketDoors.neverWas());
        assertThat(different).as("the log tells an open case from none").hasSize(1);
        List<String> made = statements(() -> page.about(open));
        assertThat(made).as("what is asked for a page").hasSizeGreaterThan(5);
    }

    @Test
    @Order(2)
    void everyAddressAsksTheSameAboutASealedTicketAsAboutNone() throws Exception {
        List<Address> addresses = TicketDoors.all();
        int asked = 0;
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (Address address : addresses) {
                for (String ticket : sealed()) {
                    compare(
                            caller.getKey() + " " + address,
                            thing -> TicketDoors.ask(caller.getValue(), address, thing, open),
                            ticket,
                            TicketDoors.neverWas());
                    asked++;
                }
            }
        }
        LOG.info("compared: " + asked);
        assertThat(different).isEmpty();
        assertThat(asked).isGreaterThan(1_000);
    }

    @Test
    @Order(3)
    void aSealedRecordingIsLookedForAsOneThatNeverWas() throws Exception {
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            compare(
                    caller.getKey() + " recording",
                    id -> caller.getValue().get("/console/recordings/" + id),
                    recordings().get(0),
                    NO_RECORDING);
        }
        assertThat(different).isEmpty();
    }

    @Test
    @Order(4)
    void aSearchForAReportersNumberOrTicketAsksTheSameAsForNobodys() throws Exception {
        List<String> hidden =
                Stream.concat(Stream.of(REPORTER, SPEAKER), sealed().stream()).toList();
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (String thing : hidden) {
                String none = thing.length() == NOBODY.length() ? NOBODY : TicketDoors.neverWas();
                Caller who = caller.getValue();
                compare(caller.getKey() + " search", q -> who.post("/console/search", Map.of("q", q)), thing, none);
                Question within = text -> who.post("/console/queue", Map.of("group", "ALL", "text", text));
                compare(caller.getKey() + " queue", within, thing, none);
                Question file = text -> who.post("/console/queue/export", Map.of("group", "ALL", "text", text));
                compare(caller.getKey() + " export", file, thing, none);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    @Order(5)
    void namingASealedTicketInAFieldAsksTheSameAsNamingNone() throws Exception {
        Caller operator = callers.get("OPERATOR");
        for (String deed : List.of("merge", "link", "unlink", "cluster")) {
            for (String ticket : sealed()) {
                Question named = other -> operator.post(
                        "/console/cases/" + open + "/do/" + deed, Map.of("version", version(), "other", other));
                compare(deed, named, ticket, TicketDoors.neverWas());
            }
        }
        assertThat(different).isEmpty();
    }

    private String version() {
        return schema.column("select version from complaint where ticket = '" + open + "'")
                .get(0);
    }
}
