package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseTime.Explanation;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** An office explains how late it was itself, and its own leaders judge that. */
class ExplanationIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode NEIGHBOUR = new UnitCode("LB-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer OTHER = CaseHouse.viewer("lb", Role.OFFICER, Optional.of(NEIGHBOUR));

    private static final Viewer ABOVE = CaseHouse.viewer("qtct", Role.LEADER, Optional.of(PROVINCE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(NEIGHBOUR, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private <T> T get(Class<T> face) {
        return house.house().get(face);
    }

    private static void done(Decision decision) {
        assertThat(decision.refusal()).isEmpty();
    }

    private static String code(Decision decision) {
        return decision.refusal().map(Reason::code).orElse("done");
    }

    private void at(String local) {
        house.clock().set(CaseHouse.vietnam(local));
        house.run("complaint.escalate");
    }

    private TicketNumber sorted() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        return ticket;
    }

    private void route(TicketNumber ticket, UnitCode unit) {
        done(get(SortCases.class).route(house.grip(HOA, ticket), unit));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    private void accept(Viewer officer, TicketNumber ticket) {
        done(get(WorkCases.class).accept(house.grip(officer, ticket)));
    }

    private void answer(TicketNumber ticket) {
        answer(OFFICER, ticket);
    }

    private void answer(Viewer officer, TicketNumber ticket) {
        done(get(WorkCases.class).answer(house.grip(officer, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
    }

    private TicketNumber answeredLate() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        accept(OFFICER, ticket);
        at("2026-08-13T08:00");
        at("2026-08-19T10:00");
        answer(ticket);
        return ticket;
    }

    private Decision explain(Viewer officer, TicketNumber ticket) {
        return get(CaseTime.class).explain(house.grip(officer, ticket), "Máy hỏng, đã thuê máy khác");
    }

    private boolean explainable(Viewer viewer, TicketNumber ticket) {
        return house.<CaseTime, Boolean>tx(CaseTime.class, time -> time.explainable(viewer, ticket));
    }

    private Explanation only(TicketNumber ticket) {
        List<Explanation> all = house.tx(CaseTime.class, time -> time.explanations(HOA, ticket));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String stored(TicketNumber ticket) {
        Explanation one = only(ticket);
        return one.step() + " " + one.due() + " " + one.overdueDays() + " "
                + one.unit().map(UnitCode::value).orElse("-");
    }

    @Test
    void answerThatWasLateShouldBeExplainedAfterItWithTheDaysItWasLate() {
        TicketNumber ticket = answeredLate();
        at("2026-08-24T10:00");
        done(explain(OFFICER, ticket));
        assertThat(stored(ticket)).isEqualTo("ANSWER 2026-08-12 5 KS-UBND");
    }

    @Test
    void pauseBegunAfterTheDayShouldBeRefusedAndOneOfBeforeStopsNothing() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        accept(OFFICER, ticket);
        at("2026-08-13T08:00");
        assertThat(house.<CaseTime, Boolean>tx(CaseTime.class, time -> time.pausable(ticket)))
                .isFalse();
        assertThat(code(get(CaseTime.class).pause(house.grip(OFFICER, ticket), "Chờ người dân bổ sung ảnh")))
                .isEqualTo("case.pause-late");
        house.sql("insert into complaint_pause (id, complaint_id, since, login)"
                + " select 1, id, '2026-08-13 01:00:00', 'ks' from complaint");
        at("2026-08-17T08:00");
        assertThat(house.facts(CaseEscalated.class))
                .extracting(CaseEscalated::rung)
                .as("the ladder goes on")
                .contains("LEADER");
        assertThat(code(get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "Chờ ảnh")))
                .isEqualTo("case.overdue");
        at("2026-08-19T10:00");
        answer(ticket);
        done(explain(OFFICER, ticket));
        assertThat(only(ticket).overdueDays()).isEqualTo(5);
    }

    @Test
    void acceptanceThatWasLateShouldBeExplainedWithItsOwnDay() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        at("2026-08-05T08:00");
        at("2026-08-06T10:00");
        accept(OFFICER, ticket);
        done(explain(OFFICER, ticket));
        assertThat(stored(ticket)).isEqualTo("ACCEPT 2026-08-04 2 KS-UBND");
    }

    @Test
    void latenessOfTheDeskShouldNotBeExplainedByTheOffice() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        at("2026-08-04T16:00");
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        at("2026-08-11T09:00");
        assertThat(house.facts(CaseEscalated.class))
                .extracting(CaseEscalated::step)
                .contains(CaseClock.Step.TRIAGE, CaseClock.Step.FORWARD);
        assertThat(explainable(HOA, ticket)).as("still to be sent").isTrue();
        route(ticket, COMMUNE);
        accept(OFFICER, ticket);
        assertThat(explainable(OFFICER, ticket)).isFalse();
        assertThat(code(explain(OFFICER, ticket))).isEqualTo("case.not-overdue");
        done(explain(HOA, ticket));
        done(explain(HOA, ticket));
        assertThat(house.<CaseTime, List<Explanation>>tx(CaseTime.class, time -> time.explanations(HOA, ticket)))
                .extracting(one -> one.step() + " " + one.due() + " " + one.overdueDays() + " " + one.unit())
                .containsExactlyInAnyOrder("FORWARD 2026-08-10 1 Optional.empty", "TRIAGE 2026-08-03 1 Optional.empty");
        assertThat(house.<CaseTime, List<Explanation>>tx(CaseTime.class, time -> time.explanations(OFFICER, ticket)))
                .as("of the desk")
                .isEmpty();
        lateDeskShouldBeJudgedByWhoHasTheCouncilBelowHim(ticket);
    }

    private void lateDeskShouldBeJudgedByWhoHasTheCouncilBelowHim(TicketNumber ticket) {
        UnitCode root = new UnitCode("QT");
        house.unit("PROVINCE", root, Optional.empty());
        house.unit(PROVINCE, Optional.of(root));
        Viewer chair = CaseHouse.viewer("chair", Role.LEADER, Optional.of(root));
        assertThat(read(chair, ticket)).as("no council in the tree").isEmpty();
        house.unit("COUNCIL", new UnitCode("KS-HDND"), Optional.of(COMMUNE));
        Viewer head = CaseHouse.viewer("head", Role.LEADER, Optional.of(COMMUNE));
        for (Viewer viewer : List.of(head, ABOVE, chair)) {
            assertThat(read(viewer, ticket))
                    .as(viewer.login() + ": the council of a commune")
                    .isEmpty();
        }
        house.unit("COUNCIL", new UnitCode("QT-OLD"), Optional.of(root));
        house.sql("update unit set valid_to = '2026-08-01' where code = 'QT-OLD'");
        assertThat(read(chair, ticket)).as("a council that was").isEmpty();
        house.unit("COUNCIL", new UnitCode("QT-HDND"), Optional.of(root));
        List<Explanation> ofTheDesk = read(chair, ticket);
        assertThat(ofTheDesk).hasSize(2);
        assertThat(read(ABOVE, ticket)).as("beside the council").isEmpty();
        long first = ofTheDesk.get(0).id();
        CaseTime time = get(CaseTime.class);
        assertThat(code(time.judge(house.grip(ABOVE, ticket), first, "NHAC_NHO")))
                .isEqualTo("case.explanation");
        assertThat(code(time.judge(house.grip(HOA, ticket), first, "NHAC_NHO")))
                .as("a colleague")
                .isNotEqualTo("done");
        done(time.judge(house.grip(chair, ticket), first, "NHAC_NHO"));
        assertThat(read(chair, ticket))
                .extracting(Explanation::outcome)
                .containsExactly(Optional.of("NHAC_NHO"), Optional.empty());
    }

    private List<Explanation> read(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseTime.class, time -> time.explanations(viewer, ticket));
    }

    private void verdict(TicketNumber ticket, boolean yes) {
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, yes));
    }

    @Test
    void lateAnswerShouldBeExplainedAfterTheCitizenClosedTheCase() {
        TicketNumber ticket = answeredLate();
        verdict(ticket, true);
        assertThat(house.state(ticket)).isEqualTo(ComplaintStatus.State.DONG);
        done(explain(OFFICER, ticket));
        assertThat(stored(ticket)).isEqualTo("ANSWER 2026-08-12 5 KS-UBND");
    }

    @Test
    void lateAnswerOfAReopenedCaseShouldBeExplainedInTheNameOfTheOfficeThatWasLate() {
        TicketNumber ticket = answeredLate();
        verdict(ticket, false);
        done(explain(ABOVE, ticket));
        assertThat(stored(ticket)).isEqualTo("ANSWER 2026-08-12 5 KS-UBND");
        Viewer officer = CaseHouse.viewer("qtcv", Role.OFFICER, Optional.of(PROVINCE));
        assertThat(explainable(officer, ticket)).as("of another office").isFalse();
        Viewer second = CaseHouse.viewer("qtct2", Role.LEADER, Optional.of(PROVINCE));
        done(get(CaseTime.class).judge(house.grip(second, ticket), only(ticket).id(), "NHAC_NHO"));
    }

    @Test
    void lateOfficeThatHandedTheCaseBackShouldStillBeExplainedFor() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        at("2026-08-05T08:00");
        at("2026-08-07T08:00");
        done(get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của xã bên"));
        route(ticket, NEIGHBOUR);
        assertThat(explainable(OTHER, ticket)).isFalse();
        done(explain(ABOVE, ticket));
        assertThat(stored(ticket)).isEqualTo("ACCEPT 2026-08-04 3 KS-UBND");
    }

    @Test
    void anAnswerThatTwoOfficesWereLateWithShouldBeExplainedForEach() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        accept(OFFICER, ticket);
        at("2026-08-13T08:00");
        done(get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của xã bên"));
        route(ticket, NEIGHBOUR);
        accept(OTHER, ticket);
        at("2026-08-13T09:00");
        at("2026-08-19T10:00");
        answer(OTHER, ticket);
        done(explain(OTHER, ticket));
        assertThat(stored(ticket)).isEqualTo("ANSWER 2026-08-12 5 LB-UBND");
        done(explain(ABOVE, ticket));
        assertThat(read(HOA, ticket))
                .extracting(one -> one.overdueDays() + " " + one.unit().orElseThrow())
                .containsExactly("5 LB-UBND", "1 KS-UBND");
    }

    @Test
    void latenessOfOneOfficeShouldBeNeitherExplainedNorJudgedByTheNext() {
        TicketNumber ticket = sorted();
        route(ticket, COMMUNE);
        at("2026-08-05T08:00");
        accept(OFFICER, ticket);
        done(explain(OFFICER, ticket));
        long written = only(ticket).id();
        done(get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của xã bên"));
        route(ticket, NEIGHBOUR);
        accept(OTHER, ticket);
        assertThat(explainable(OTHER, ticket)).isFalse();
        assertThat(code(explain(OTHER, ticket))).isEqualTo("case.not-overdue");
        Viewer neighbour = CaseHouse.viewer("lbct", Role.LEADER, Optional.of(NEIGHBOUR));
        CaseTime time = get(CaseTime.class);
        assertThat(code(time.judge(house.grip(neighbour, ticket), written, "NHAC_NHO")))
                .as("of another office")
                .isEqualTo("case.explanation");
        assertThat(code(time.judge(house.grip(ABOVE, ticket), written, "NHAC_NHO")))
                .as("answers for both")
                .isEqualTo("done");
    }

    @Test
    void latenessOfAReopenedCaseNobodyHasIsTheDesksUntilAnOfficeHasIt() {
        TicketNumber ticket = sorted();
        done(get(WorkCases.class).answer(house.grip(HOA, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        verdict(ticket, false);
        at("2026-08-18T09:00");
        at("2026-08-20T09:00");
        assertThat(explainable(HOA, ticket)).as("still with it").isTrue();
        assertThat(explainable(ABOVE, ticket)).isFalse();
        done(get(SortCases.class).take(house.grip(HOA, ticket)));
        at("2026-08-24T09:00");
        route(ticket, COMMUNE);
        done(explain(HOA, ticket));
        assertThat(stored(ticket)).as("not until it was taken").isEqualTo("ANSWER_AGAIN 2026-08-17 6 -");
    }
}
