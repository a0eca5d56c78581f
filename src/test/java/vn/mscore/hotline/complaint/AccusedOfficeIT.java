package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.CaseHouse.code;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** R8: the office complained about never verifies, also where no dossier names it. */
class AccusedOfficeIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode COUNTER = new UnitCode("KS-PVHCC");
    private static final UnitCode OLD = new UnitCode("HH-TNMT");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer TUAN = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(COUNTER, Optional.of(COMMUNE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SortCases desk() {
        return house.get(SortCases.class);
    }

    private String classify(TicketNumber ticket, String category, Accused... accused) {
        Optional<Accused> stated = List.of(accused).stream().findFirst();
        return code(desk().classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, category, stated));
    }

    private String route(TicketNumber ticket, UnitCode unit) {
        return code(desk().route(house.grip(HOA, ticket), unit));
    }

    private Suggestion suggestion(TicketNumber ticket) {
        return house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow();
    }

    @Test
    void attitudeWithoutADossierShouldNotBeSentBeforeSomebodyStatedTheOfficeOrThatItIsNotKnown() {
        TicketNumber ticket = house.feedback(LAN, "thai do quat mang dan");
        assertThat(classify(ticket, "TDPV")).isEqualTo("done");
        assertThat(route(ticket, COMMUNE)).isEqualTo("case.accused");
        assertThat(route(ticket, PROVINCE)).isEqualTo("case.accused");
        assertThat(classify(ticket, "TDPV", Accused.UNKNOWN)).isEqualTo("done");
        assertThat(route(ticket, PROVINCE)).isEqualTo("done");
    }

    @Test
    void whatIsNotAboutPeopleShouldBeSentWithoutAQuestion() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        assertThat(classify(ticket, "GTDB")).isEqualTo("done");
        assertThat(route(ticket, COMMUNE)).isEqualTo("done");
    }

    @Test
    void statedOfficeShouldNeverVerifyAndTheOneAboveItBeSuggested() {
        TicketNumber ticket = house.feedback(LAN, "thai do quat mang dan o xa");
        assertThat(suggestion(ticket).unit()).isEmpty();
        assertThat(classify(ticket, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(suggestion(ticket).unit()).contains(PROVINCE);
        assertThat(suggestion(ticket).notTo()).contains(COMMUNE);
        assertThat(route(ticket, COMMUNE)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, COUNTER)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, PROVINCE)).isEqualTo("done");
        assertThat(house.count("complaint_event where deed = 'accused'")).isEqualTo(1);
    }

    @Test
    void statedOfficeShouldVerifyNothingAboutItselfInAnyField() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga, xa lam roi bo do");
        assertThat(classify(ticket, "GTDB", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(suggestion(ticket).notTo()).contains(COMMUNE);
        assertThat(suggestion(ticket).unit()).isNotEqualTo(Optional.of(COMMUNE)).isNotEqualTo(Optional.of(COUNTER));
        assertThat(route(ticket, COMMUNE)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, COUNTER)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, PROVINCE)).isEqualTo("done");
    }

    @Test
    void officeStatedLaterLosesTheCaseInAnyField() {
        TicketNumber ticket = with(COUNTER);
        assertThat(classify(ticket, "GTDB", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
    }

    @Test
    void dossierShouldNameItsOfficeUnaskedAndKeepItOffWhateverIsStated() {
        String json =
                "{\"unit\": \"KS-PVHCC\", \"procedure\": \"x\", \"field\": \"dat dai\", \"phone\": \"0912345678\","
                        + " \"receivedAt\": \"2026-08-03T08:00:00+07:00\", \"dueAt\": \"2026-08-20T17:00:00+07:00\","
                        + " \"status\": \"PROCESSING\", \"stages\": []}";
        DossierCode dossier = new DossierCode("H50.15-260803-0012");
        house.get(DossierRegister.class).put(dossier.value(), json.getBytes(StandardCharsets.UTF_8), false);
        TicketNumber ticket = house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new RegisterComplaint.NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(LAN),
                                "thai do quat mang",
                                Optional.of(dossier),
                                "sms:1:m",
                                false)))
                .ticket();
        assertThat(classify(ticket, "TDPV")).isEqualTo("done");
        assertThat(route(ticket, COUNTER)).isEqualTo("complaint.own-case");
        UnitCode other = new UnitCode("GL-UBND");
        house.unit(other, Optional.of(PROVINCE));
        assertThat(classify(ticket, "TDPV", Accused.of(other))).isEqualTo("done");
        assertThat(route(ticket, COUNTER)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, other)).isEqualTo("complaint.own-case");
        assertThat(route(ticket, COMMUNE)).isEqualTo("done");
    }

    @Test
    void whoIsRelatedWithTheStatedOfficeShouldKeepOffTheCase() {
        TicketNumber ticket = house.feedback(LAN, "thai do quat mang dan o xa");
        assertThat(classify(ticket, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
        Optional<Reason> declared = house.tx(Interests.class, all -> all.declare(HOA, COMMUNE));
        assertThat(declared).isEmpty();
        assertThat(code(desk().take(house.grip(HOA, ticket)))).isEqualTo("case.own-interest");
        assertThat(code(desk().take(house.grip(TUAN, ticket)))).isEqualTo("done");
        Optional<QueueItem> row = house.tx(CaseList.class, list -> list.row(HOA, ticket));
        assertThat(row).map(QueueItem::title).contains(Shown.WITHHELD);
    }

    private void released() {
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    private TicketNumber with(UnitCode unit) {
        TicketNumber ticket = house.feedback(LAN, "mat dien ca ngay o " + unit);
        assertThat(classify(ticket, "GTDB")).isEqualTo("done");
        assertThat(route(ticket, unit)).isEqualTo("done");
        released();
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
        return ticket;
    }

    @Test
    void officeThatTurnsOutToBeComplainedAboutShouldLoseTheCaseAndTheWayAroundItBeShown() {
        for (UnitCode holder : List.of(COMMUNE, COUNTER)) {
            TicketNumber ticket = with(holder);
            assertThat(classify(ticket, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
            assertThat(house.state(ticket)).as("%s", holder).isEqualTo(State.PHAN_LOAI);
            assertThat(house.count("complaint where ticket = '" + ticket + "' and unit is not null"))
                    .isZero();
            assertThat(suggestion(ticket).unit()).contains(PROVINCE);
            assertThat(route(ticket, holder)).isEqualTo("complaint.own-case");
            assertThat(route(ticket, PROVINCE)).isEqualTo("done");
        }
        assertThat(house.count("complaint_event where deed = 'taken-from-accused' and actor = 'hoa'"))
                .isEqualTo(2);
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void officeAboveTheOneComplainedAboutShouldKeepTheCase() {
        TicketNumber ticket = with(PROVINCE);
        assertThat(classify(ticket, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
    }

    @Test
    void caseOfAnOfficeShouldNotBecomeOneAboutPeopleBeforeItIsSaidWhose() {
        TicketNumber ticket = with(COMMUNE);
        assertThat(classify(ticket, "TDPV")).isEqualTo("case.accused");
        assertThat(house.count("complaint where category = 'TDPV'")).isZero();
        assertThat(classify(ticket, "TDPV", Accused.UNKNOWN)).isEqualTo("done");
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
    }

    @Test
    void codeOfNoOfficeShouldBeRefusedAndNothingBeClassified() {
        TicketNumber ticket = house.feedback(LAN, "thai do quat mang dan o xa");
        assertThat(classify(ticket, "TDPV", Accused.of(new UnitCode("X")))).isEqualTo("complaint.unit");
        assertThat(house.state(ticket)).isEqualTo(State.MOI);
    }

    @Test
    void sealedCaseShouldNameNoOfficeAnyMore() {
        TicketNumber ticket = house.feedback(LAN, "thai do quat mang dan o xa");
        assertThat(classify(ticket, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(code(desk().classify(house.grip(HOA, ticket), ComplaintKind.DENUNCIATION, "TCAO")))
                .isEqualTo("done");
        assertThat(house.count("complaint_accused")).isZero();
    }

    private void past(String more) {
        String json = "{\"name\": \"Phòng TN&MT\", \"shortName\": \"TNMT\", \"kind\": \"DIVISION\","
                + " \"validFrom\": \"2020-01-01\", \"validTo\": \"2025-06-30\"," + more + "}";
        List<RowFault> faults = house.get(UnitRegister.class).put(OLD.value(), json.getBytes(StandardCharsets.UTF_8));
        assertThat(faults).isEmpty();
    }

    private static final String SUCCESSOR = "\"successors\": [{\"unit\": \"KS-UBND\", \"from\": \"2025-07-01\"}]";

    @Test
    void officeOfThePastShouldGetNothingAndItsSuccessorBeNamed() {
        past(SUCCESSOR);
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        assertThat(classify(ticket, "GTDB")).isEqualTo("done");
        Decision refused = desk().route(house.grip(HOA, ticket), OLD);
        assertThat(code(refused)).isEqualTo("complaint.unit-ended");
        assertThat(refused.refusal().orElseThrow().sentence()).contains("KS-UBND UBND KS-UBND");
        assertThat(route(ticket, COMMUNE)).isEqualTo("done");
    }

    private TicketNumber accusing(UnitCode unit) {
        TicketNumber ticket = house.feedback(MINH, "thai do quat mang dan cua " + unit);
        assertThat(classify(ticket, "TDPV", Accused.of(unit))).isEqualTo("done");
        return ticket;
    }

    private String merge(TicketNumber child, TicketNumber into) {
        return code(house.get(CaseBonds.class).merge(house.grip(HOA, child), into));
    }

    @Test
    void mergeShouldMakeNoOfficeTheVerifierOfACaseAboutItself() {
        TicketNumber held = with(COUNTER);
        assertThat(merge(accusing(COMMUNE), held)).as("an office below").isEqualTo("case.merge-accused");
        TicketNumber unnamed = house.feedback(MINH, "thai do quat mang dan");
        assertThat(merge(unnamed, held)).as("nobody said whose").isEqualTo("case.merge-accused");
        TicketNumber head = house.feedback(LAN, "duong o ga");
        assertThat(classify(head, "GTDB")).isEqualTo("done");
        assertThat(route(head, COMMUNE)).isEqualTo("done");
        assertThat(merge(accusing(COMMUNE), head))
                .as("with the desk until then")
                .isEqualTo("done");
        released();
        assertThat(house.state(head)).as("the letter that waited is dropped").isEqualTo(State.PHAN_LOAI);
        assertThat(route(head, COMMUNE)).isEqualTo("case.merged-accused");
        assertThat(route(head, PROVINCE)).isEqualTo("done");
    }

    @Test
    void officeComplainedAboutInAPartThatWasSplitOffShouldNotReadItInTheFirst() {
        TicketNumber first = house.feedback(LAN, "duong o ga. thai do quat mang dan o xa");
        assertThat(classify(first, "GTDB")).isEqualTo("done");
        CaseBonds.Part part = new CaseBonds.Part(ComplaintKind.FEEDBACK, "thai do quat mang dan o xa");
        CaseHouse.done(house.get(CaseBonds.class).split(house.grip(HOA, first), part));
        assertThat(route(first, COMMUNE)).as("nobody said whose").isEqualTo("case.split-accused");
        TicketNumber second =
                house.tx(CaseBonds.class, bonds -> bonds.of(first)).links().get(0);
        assertThat(classify(second, "TDPV", Accused.of(COMMUNE))).isEqualTo("done");
        assertThat(route(first, COUNTER)).isEqualTo("case.split-accused");
        assertThat(route(first, PROVINCE)).isEqualTo("done");
    }

    @Test
    void aPartShouldNotBeSealedWhileItsWordsStandInTheFirst() {
        TicketNumber first = house.feedback(LAN, "duong o ga. thai do quat mang dan o xa");
        assertThat(classify(first, "GTDB")).isEqualTo("done");
        CaseBonds.Part part = new CaseBonds.Part(ComplaintKind.FEEDBACK, "thai do quat mang dan o xa");
        CaseHouse.done(house.get(CaseBonds.class).split(house.grip(HOA, first), part));
        TicketNumber second =
                house.tx(CaseBonds.class, bonds -> bonds.of(first)).links().get(0);
        assertThat(classify(second, "VVTC")).isEqualTo("case.split-first");
        assertThat(classify(first, "VVTC")).isEqualTo("done");
        assertThat(classify(second, "VVTC")).isEqualTo("done");
    }

    private String reopened(TicketNumber ticket, UnitCode answers) {
        Viewer officer = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(answers));
        WorkCases.Answer answer = new WorkCases.Answer("Da xong", false);
        CaseHouse.done(house.get(WorkCases.class).answer(house.grip(officer, ticket), answer));
        released();
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, false));
        assertThat(house.state(ticket)).isEqualTo(State.MO_LAI);
        return house.tx(Complaints.class, all -> all.see(ticket))
                .flatMap(Complaint::unit)
                .map(UnitCode::value)
                .orElse("-");
    }

    @Test
    void reopeningShouldPassByAnOfficeComplainedAbout() {
        TicketNumber ticket = with(COUNTER);
        house.sql("insert into complaint_accused (id, complaint_id, unit, at, login)"
                + " select 1, id, 'KS-UBND', now(6), 'hoa' from complaint");
        assertThat(reopened(ticket, COUNTER)).isEqualTo("QT-UBND");
    }

    @ParameterizedTest
    @CsvSource({"\"parent\": \"QT-UBND\", QT-UBND", "'" + SUCCESSOR + "', KS-UBND", "\"identifiers\": [], -"})
    void reopeningShouldGoToAnOfficeOfToday(String past, String above) {
        past(past);
        UnitCode below = new UnitCode("HH-TO");
        house.unit(below, Optional.of(OLD));
        assertThat(reopened(with(below), below)).isEqualTo(above);
    }

    @Test
    void whatTheDeskWritesWithALetterShouldBeReadByThatOfficeOnly() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        assertThat(classify(ticket, "GTDB")).isEqualTo("done");
        Optional<String> note = Optional.of("Goi truoc cho ba Lan 0912345678");
        CaseHouse.done(desk().route(house.grip(HOA, ticket), COMMUNE, note));
        released();
        assertThat(notes(COMMUNE, ticket))
                .singleElement()
                .asString()
                .startsWith("Goi truoc")
                .doesNotContain("345");
        assertThat(notes(PROVINCE, ticket)).isEmpty();
    }

    private List<String> notes(UnitCode unit, TicketNumber ticket) {
        Viewer officer = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(unit));
        return house.tx(CaseNotes.class, notes -> notes.of(officer, ticket)).stream()
                .map(CaseNotes.Note::text)
                .toList();
    }
}
