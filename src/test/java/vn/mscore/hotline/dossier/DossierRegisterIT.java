package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.dossier.Apologies.Apology;
import vn.mscore.hotline.dossier.DossierChanged.What;
import vn.mscore.hotline.dossier.DossierRegister.Outcome;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

class DossierRegisterIT {
    private static final String PHONE = ",\"phone\":\"0912345678\"";
    private static final PhoneNumber NUMBER = new PhoneNumber("+84912345678");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static List<What> told(String code) {
        return facts(code).stream().map(DossierChanged::what).toList();
    }

    private static List<DossierChanged> facts(String code) {
        return office.facts().stream()
                .filter(fact -> fact.code().value().equals(code))
                .toList();
    }

    private static void kept(String code, String status, String due, String more) {
        Outcome outcome = office.put(code, status, due, more);
        assertThat(outcome.kept()).as(outcome.toString()).isTrue();
    }

    private static String conflict(String code, String status, String due, String more) {
        return office.put(code, status, due, more).conflict().map(Reason::code).orElse("none");
    }

    @Test
    void applicantHearsOfEachStepOnceHoweverOftenItIsFed() {
        String code = "H50.15-260819-0001";
        for (String status : List.of(
                "REGISTERED",
                "RECEIVED",
                "RECEIVED",
                "PROCESSING",
                "SUPPLEMENT_REQUIRED",
                "PROCESSING",
                "RESULT_READY",
                "RESULT_READY",
                "RETURNED")) {
            kept(code, status, "2026-08-25", PHONE);
        }
        assertThat(told(code)).containsExactly(What.RECEIVED, What.SUPPLEMENT_REQUIRED, What.READY, What.RETURNED);
        assertThat(facts(code)).allSatisfy(fact -> {
            assertThat(fact.phone()).contains(NUMBER);
            assertThat(fact.office().ascii()).isEqualTo("TT PVHCC xa Khe Sanh");
        });
        assertThat(office.house.tx(() -> office.lookup().returnedRecently(NUMBER, 1)))
                .contains(new DossierCode(code));
    }

    @ParameterizedTest(name = "first seen {1}, received {0}: {2}")
    @CsvSource({
        "260819,RECEIVED,RECEIVED",
        "260819,PROCESSING,RECEIVED",
        "260818,REJECTED,REFUSED",
        "260810,RECEIVED,",
        "260701,RESULT_READY,",
        "260701,RETURNED,"
    })
    void firstFeedOfOldDossiersIsNoNews(String day, String status, What expected) {
        String code = "H50.15-" + day + "-01" + status.length() + "9";
        kept(code, status, "2026-08-25", PHONE);
        assertThat(told(code)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void scenario2_promiseIsMovedOnceWithAnApologyAndNeverAgain() {
        String code = "H50.15-260805-0002";
        kept(code, "PROCESSING", "2026-08-20", PHONE);
        kept(code, "PROCESSING", "2026-08-27", PHONE + ",\"postponeReason\":\"chờ xác minh đất\"");
        assertThat(facts(code)).singleElement().satisfies(fact -> {
            assertThat(fact.what()).isEqualTo(What.POSTPONED);
            assertThat(fact.newDue()).contains(LocalDate.parse("2026-08-27"));
            assertThat(fact.reason()).contains("chờ xác minh đất");
        });
        kept(code, "PROCESSING", "2026-08-27", PHONE);
        assertThat(conflict(code, "PROCESSING", "2026-09-04", PHONE))
                .as("long before the second day too")
                .isEqualTo("dossier.postponed-twice");
        office.clock.advance(Duration.ofDays(7));
        assertThat(conflict(code, "PROCESSING", "2026-09-04", PHONE)).isEqualTo("dossier.postponed-twice");
        assertThat(facts(code)).hasSize(1);
        Standing standing = office.house
                .tx(() -> office.lookup().anyone(new DossierCode(code)))
                .orElseThrow();
        assertThat(standing.due()).contains(LocalDate.parse("2026-08-27"));
        office.clock.advance(Duration.ofDays(-7));
        Apology apology = apology(code).orElseThrow();
        assertThat(apology.promisedOn()).as("the day on the receipt").isEqualTo(LocalDate.parse("2026-08-20"));
        assertThat(apology.newDay()).isEqualTo(LocalDate.parse("2026-08-27"));
        assertThat(apology.reason()).isEqualTo("chờ xác minh đất");
        kept(code, "PROCESSING", "2026-08-20", PHONE);
        Optional<Standing> after = office.house.tx(() -> office.lookup().anyone(new DossierCode(code)));
        assertThat(after.flatMap(Standing::due))
                .as("software that still tells the first day takes the appointment not back")
                .contains(LocalDate.parse("2026-08-27"));
    }

    @Test
    void theTextAndTheLetterOfAnApologyGiveTheSameReason() {
        String code = "H50.15-260805-0094";
        kept(code, "PROCESSING", "2026-08-20", PHONE);
        kept(
                code,
                "PROCESSING",
                "2026-08-27",
                PHONE
                        + ",\"stages\":[{\"name\":\"Thẩm định\",\"unit\":\"KS-HCC\","
                        + "\"enteredAt\":\"2026-08-06T08:00:00+07:00\",\"pauseReason\":\"chờ cơ quan thuế\"}]");
        assertThat(facts(code)).singleElement().satisfies(fact -> assertThat(fact.reason())
                .contains("chờ cơ quan thuế"));
        assertThat(apology(code).orElseThrow().reason()).isEqualTo("chờ cơ quan thuế");
    }

    private static Optional<Apology> apology(String code) {
        return office.house.tx(
                () -> office.house.get(Apologies.class).of(Apologies.Reader.OF_ALL, new DossierCode(code)));
    }

    @Test
    void timeThatStartsAgainAfterPapersCameIsNoPostponement() {
        String code = "H50.15-260805-0003";
        kept(code, "SUPPLEMENT_REQUIRED", "2026-08-20", PHONE);
        kept(code, "PROCESSING", "2026-08-28", PHONE);
        assertThat(told(code)).isEmpty();
    }

    @Test
    void dueDateCorrectedLongBeforeIsAPostponementOnlyWhenAReasonIsTold() {
        String code = "H50.15-260805-0004";
        kept(code, "PROCESSING", "2026-08-28", "");
        kept(code, "PROCESSING", "2026-09-10", "");
        assertThat(told(code)).isEmpty();
        kept(code, "PROCESSING", "2026-09-14", ",\"postponeReason\":\"chờ xác minh đất\"");
        assertThat(told(code)).containsExactly(What.POSTPONED);
        assertThat(conflict(code, "PROCESSING", "2026-09-30", "")).isEqualTo("dossier.postponed-twice");
    }

    @Test
    void whatIsToldWithoutItsTimeOpensTheWayToNothingOlder() {
        String code = "H50.15-260805-0006";
        kept(code, "PROCESSING", "2026-08-28", ",\"updatedAt\":\"2026-08-14T08:00:00+07:00\"");
        kept(code, "PROCESSING", "2026-08-28", "");
        assertThat(conflict(code, "PROCESSING", "2026-08-28", ",\"updatedAt\":\"2026-08-13T08:00:00+07:00\""))
                .isEqualTo("dossier.older");
    }

    @Test
    void row158_statusGoesBackOnlyWhenConfirmed() {
        String code = "H50.15-260805-0005";
        kept(code, "RETURNED", "2026-08-10", "");
        assertThat(conflict(code, "PROCESSING", "2026-08-10", "")).isEqualTo("dossier.goes-back");
        String json = """
                {"unit":"KS-HCC","procedure":"P","field":"DATDAI","receivedAt":"2026-08-05T08:00:00+07:00",
                 "status":"PROCESSING"}""";
        assertThat(office.register().put(code, Office.bytes(json), true).kept()).isTrue();
    }

    @Test
    void whatIsFedEveryNightWasReturnedOnItsDay() {
        String code = "H50.15-260805-0018";
        String day = "select returned_at from dossier where code = '" + code + "'";
        String json = """
                {"unit":"KS-HCC","procedure":"P","field":"F","receivedAt":"2026-08-05T08:00:00+07:00",
                 "status":"RETURNED"}""";
        assertThat(office.register().put(code, Office.bytes(json), false).kept())
                .isTrue();
        List<String> first = office.house.schema().column(day);
        Instant now = office.clock.instant();
        office.clock.advance(Duration.ofDays(1));
        assertThat(office.register().put(code, Office.bytes(json), false).kept())
                .isTrue();
        office.clock.set(now);
        assertThat(office.house.schema().column(day)).doesNotContainNull().isEqualTo(first);
    }

    @Test
    void row158_olderFactsNeverReplaceNewerOnes() {
        String code = "H50.15-260805-0006";
        kept(code, "PROCESSING", "2026-08-28", ",\"updatedAt\":\"2026-08-18T10:00:00+07:00\"");
        assertThat(conflict(code, "RESULT_READY", "2026-08-28", ",\"updatedAt\":\"2026-08-18T09:59:59+07:00\""))
                .isEqualTo("dossier.older");
        kept(code, "RESULT_READY", "2026-08-28", ",\"updatedAt\":\"2026-08-18T10:00:00+07:00\"");
    }

    @Test
    void putReplacesTheWholeDossier() {
        String code = "H50.15-260805-0007";
        DossierCode read = new DossierCode(code);
        String stages =
                ",\"stages\":[{\"name\":\"Thẩm định\",\"unit\":\"KS-PKT\",\"enteredAt\":\"2026-08-06T08:00:00+07:00\"}]";
        kept(code, "PROCESSING", "2026-08-28", PHONE + ",\"pin\":\"0001\"" + stages);
        assertThat(office.house
                        .tx(() -> office.lookup().applicant(read))
                        .orElseThrow()
                        .stage())
                .isPresent();
        kept(code, "PROCESSING", "2026-08-28", "");
        assertThat(office.house.tx(() -> office.lookup().isPin(read, "0001"))).isFalse();
        assertThat(office.house.tx(() -> office.lookup().isApplicantsPhone(read, NUMBER)))
                .isFalse();
        assertThat(office.house
                        .tx(() -> office.lookup().applicant(read))
                        .orElseThrow()
                        .stage())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    unknown unit by name        | ,"stages":[{"name":"A","unit":"NIX","enteredAt":"2026-08-06T08:00:00+07:00"}] | stages.unit | NIX
                    time without offset         | ,"updatedAt":"2026-08-06T08:00:00" | updatedAt | ISO
                    31 February                 | ,"updatedAt":"2026-02-31T08:00:00+07:00" | updatedAt | ISO
                    facts of next week          | ,"updatedAt":"2026-08-29T08:00:00+07:00" | updatedAt | future
                    PIN of three digits         | ,"pin":"123" | pin | four digits
                    PIN as a number             | ,"pin":1234 | pin | wrong type
                    not a number                | ,"phone":"912345678" | phone | zero
                    left before entered         | ,"stages":[{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00","leftAt":"2026-08-05T08:00:00+07:00"}] | stages.leftAt | before
                    hours of a madman           | ,"stages":[{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00","allowedHours":1e400}] | stages.allowedHours | hours
                    no hours                    | ,"stages":[{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00","allowedHours":0}] | stages.allowedHours | hours
                    step twice                  | ,"stages":[{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00"},{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00"}] | stages.name | twice
                    row 127: extra field        | ,"role":"admin" | role | unknown
                    row 127: step with extras   | ,"stages":[{"name":"A","unit":"KS-PKT","enteredAt":"2026-08-06T08:00:00+07:00","x":1}] | stages.x | unknown
                    row 127: stages of strings  | ,"stages":["A"] | stages | objects
                    row 127: duplicate key      | ,"unit":"KS-HCC" | | JSON
                    control character           | ,"postponeReason":"a\\u0007b" | postponeReason | control
                    """)
    void wrongJsonShouldBeRefusedNamingTheField(String name, String more, String field, String sentence) {
        Outcome outcome = office.put("H50.15-260805-0099", "PROCESSING", "2026-08-28", more);
        assertThat(outcome.faults()).as(name).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(Optional.ofNullable(field).orElse(""));
            assertThat(fault.sentence()).contains(sentence);
        });
        assertThat(office.house.tx(() -> office.lookup().anyone(new DossierCode("H50.15-260805-0099"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"h50.15-260805-0098", "H5O.15-260805-0098", "H50.15-260231-0098", "H50.15-280101-0098", "TOI", "x/../y"
    })
    void codeMustBeAsPrinted(String code) {
        String json = "{\"unit\":\"KS-HCC\",\"procedure\":\"P\",\"field\":\"F\",\"status\":\"RECEIVED\","
                + "\"receivedAt\":\"2026-08-05T08:00:00+07:00\"}";
        assertThat(office.put(code, json).faults()).extracting(RowFault::field).containsExactly("code");
    }

    @Test
    void refusedFactsShouldNeverRepeatPersonalValues() {
        Outcome outcome = office.put(
                "H50.15-260805-0097", "PROCESSING", "2026-08-28", ",\"phone\":\"91234567\",\"pin\":\"98765\"");
        assertThat(outcome.faults()).hasSize(2);
        assertThat(outcome.toString()).doesNotContain("91234567").doesNotContain("98765");
    }
}
