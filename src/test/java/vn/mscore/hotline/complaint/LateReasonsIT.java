package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.LateReasons.Code;
import vn.mscore.hotline.complaint.LateReasons.Said;
import vn.mscore.hotline.complaint.LateReasons.Why;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.report.LeaderBoard;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** A leader reads of each late case at which step it is and why: what its office said, a pause, an extension, or nothing. */
class LateReasonsIT {
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode NEIGHBOUR = new UnitCode("LB-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer LEADER = CaseHouse.viewer("ksct", Role.LEADER, Optional.of(COMMUNE));
    private static final Viewer OTHER = CaseHouse.viewer("lbct", Role.LEADER, Optional.of(NEIGHBOUR));
    private static final Viewer ABOVE = CaseHouse.viewer("qtct", Role.LEADER, Optional.of(PROVINCE));
    private static final String WORDS = "Máy xúc hỏng, đã thuê máy khác, ông Bình 0987 654 321 hẹn thứ Sáu";

    private CaseHouse house;
    private int people;

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

    private void at(String local) {
        house.clock().set(CaseHouse.vietnam(local));
        house.run("complaint.escalate");
    }

    private void route(TicketNumber ticket, UnitCode unit) {
        done(get(SortCases.class).route(house.grip(HOA, ticket), unit));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    private TicketNumber routed() {
        PhoneNumber phone = new PhoneNumber("+8491234560" + people++);
        TicketNumber ticket = house.feedback(phone, "duong o ga truoc nha toi so " + people);
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        route(ticket, COMMUNE);
        return ticket;
    }

    private TicketNumber accepted() {
        TicketNumber ticket = routed();
        done(get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        return ticket;
    }

    private void explain(TicketNumber ticket) {
        done(get(CaseTime.class).explain(house.grip(OFFICER, ticket), WORDS));
    }

    private List<LateCase> list(Viewer leader, String day) {
        return get(LeaderBoard.class)
                .of(leader, LocalDate.parse(day))
                .orElseThrow()
                .cases();
    }

    private LateCase only(Viewer leader, String day) {
        List<LateCase> cases = list(leader, day);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private static Why why(Code code, String on, int days) {
        return new Why(code, Optional.of(LocalDate.parse(on)), days, Optional.empty());
    }

    @Test
    void caseThatNobodyHasBegunIsLateAtThatStepAndUnexplained() {
        routed();
        at("2026-08-19T10:00");
        LateCase late = only(LEADER, "2026-08-19");
        assertThat(late.step()).contains(Step.ACCEPT);
        assertThat(late.lateDays()).isEqualTo(5);
        assertThat(late.why()).isEqualTo(Why.UNEXPLAINED);
    }

    @Test
    void lastExplanationIsToldWithWhatFollowedAndWithoutNumbers() {
        TicketNumber ticket = accepted();
        at("2026-08-13T10:00");
        done(get(CaseTime.class).explain(house.grip(OFFICER, ticket), "Chờ kinh phí"));
        at("2026-08-19T10:00");
        explain(ticket);
        LateCase late = only(LEADER, "2026-08-19");
        assertThat(late.step()).contains(Step.ANSWER);
        assertThat(late.why().code()).isEqualTo(Code.EXPLAINED);
        assertThat(late.why().on()).contains(LocalDate.of(2026, 8, 19));
        assertThat(late.why().said())
                .contains(new Said(
                        Step.ANSWER,
                        "Máy xúc hỏng, đã thuê máy khác, ông Bình [số đã che] hẹn thứ Sáu",
                        Optional.empty()));
        long id = house.tx(CaseTime.class, time -> time.explanations(LEADER, ticket)).stream()
                .mapToLong(CaseTime.Explanation::id)
                .max()
                .orElseThrow();
        done(get(CaseTime.class).judge(house.grip(LEADER, ticket), id, "KHACH_QUAN"));
        assertThat(only(LEADER, "2026-08-19").why().said().orElseThrow().outcome())
                .contains(new CaseTime.Outcome("KHACH_QUAN", "nguyên nhân khách quan"));
    }

    @Test
    void pauseAndExtensionAreToldByTheirCodeAndDayNotByTheirWords() {
        TicketNumber extended = accepted();
        done(get(CaseTime.class).extend(house.grip(OFFICER, extended), 2, "Chờ ý kiến đơn vị quản lý cầu"));
        TicketNumber stands = accepted();
        at("2026-08-17T10:00");
        assertThat(list(LEADER, "2026-08-17"))
                .extracting(LateCase::ticket, LateCase::why)
                .containsExactly(
                        tuple(stands.digits(), Why.UNEXPLAINED),
                        tuple(extended.digits(), why(Code.EXTENDED, "2026-08-12", 2)));
        // The day was over before the pause; the desk stops what it still has time for.
        done(get(WorkCases.class).handBack(house.grip(OFFICER, stands), "Đường của xã bên"));
        done(get(CaseTime.class).pause(house.grip(HOA, stands), "Chờ xác định ranh giới"));
        route(stands, COMMUNE);
        assertThat(list(LEADER, "2026-08-17"))
                .filteredOn(late -> late.ticket().equals(stands.digits()))
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.why()).isEqualTo(why(Code.PAUSED, "2026-08-17", 0));
                    assertThat(late.step()).contains(Step.ANSWER);
                });
    }

    private long lateOfTheDelegate(String day, boolean stands) {
        house.clock().set(CaseHouse.vietnam(day + "T10:00"));
        Viewer delegate = CaseHouse.viewer("db", Role.DELEGATE, Optional.of(COMMUNE));
        DelegateBoard.Digest digest = get(DelegateBoard.class)
                .of(delegate, new DelegateBoard.Wanted(LocalDate.parse("2026-08-01"), LocalDate.parse(day), "", 1))
                .orElseThrow();
        assertThat(digest.transfers()).hasSize(5);
        assertThat(digest.transfers())
                .extracting(DelegateBoard.Transfer::stands)
                .containsOnly(stands);
        return digest.fields().get(0).overdue();
    }

    @Test
    void caseIsNotLateWhileItsClockStandsAndIsCountedOnceItRanOut() {
        List<TicketNumber> five = List.of(accepted(), accepted(), accepted(), accepted(), accepted());
        at("2026-08-05T10:00");
        five.forEach(ticket -> done(get(CaseTime.class).pause(house.grip(OFFICER, ticket), "Chờ kết quả kiểm định")));
        at("2026-08-20T10:00");
        assertThat(list(LEADER, "2026-08-20"))
                .as("due 12/08, stands since 05/08")
                .isEmpty();
        assertThat(lateOfTheDelegate("2026-08-20", true)).isZero();
        ComplaintStatus.View told =
                house.status(five.get(0), new PhoneNumber("+84912345600")).orElseThrow();
        assertThat(told.stands()).contains(LocalDate.of(2026, 8, 5));
        assertThat(told.due()).as("no day that has passed").isEqualTo("2026-08-26");
        five.forEach(ticket -> done(get(CaseTime.class).resume(house.grip(OFFICER, ticket))));
        assertThat(list(LEADER, "2026-08-20")).as("not late either").isEmpty();
        at("2026-08-28T10:00");
        assertThat(list(LEADER, "2026-08-28")).hasSize(5);
        assertThat(lateOfTheDelegate("2026-08-28", false)).isEqualTo(5);
        assertThat(house.status(five.get(0), new PhoneNumber("+84912345600"))
                        .orElseThrow()
                        .stands())
                .isEmpty();
    }

    @Test
    void explanationOfAnOfficeThatHandedTheCaseBackIsNotTheNextOnes() {
        TicketNumber ticket = accepted();
        at("2026-08-13T10:00");
        explain(ticket);
        done(get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của xã bên"));
        route(ticket, NEIGHBOUR);
        at("2026-08-19T10:00");
        assertThat(list(LEADER, "2026-08-19")).isEmpty();
        assertThat(only(OTHER, "2026-08-19").why()).isEqualTo(Why.UNEXPLAINED);
        assertThat(only(ABOVE, "2026-08-19").why()).isEqualTo(Why.UNEXPLAINED);
    }

    @Test
    void explanationOfTheAnswerIsNotThatOfTheAnswerAgain() {
        TicketNumber ticket = accepted();
        at("2026-08-13T10:00");
        explain(ticket);
        done(get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        at("2026-08-14T10:00");
        done(get(EndCases.class).reopen(house.grip(HOA, ticket), "Vá xong lại vỡ"));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        at("2026-09-09T10:00");
        LateCase late = only(ABOVE, "2026-09-09");
        assertThat(late.step()).isPresent();
        assertThat(late.why()).isEqualTo(Why.UNEXPLAINED);
    }

    private Map<TicketNumber, Why> asked(Viewer viewer, TicketNumber... tickets) {
        return house.tx(LateReasons.class, reasons -> reasons.of(viewer, List.of(tickets)));
    }

    @Test
    void nobodyIsToldOfCasesHeDoesNotSeeAndNobodyOfSealedOnes() {
        TicketNumber ticket = accepted();
        at("2026-08-13T10:00");
        explain(ticket);
        assertThat(asked(LEADER, ticket)).containsOnlyKeys(ticket);
        assertThat(asked(OTHER, ticket)).isEmpty();
        assertThat(asked(CaseHouse.viewer("kt", Role.AUDITOR, Optional.empty()), ticket))
                .isEmpty();
        assertThat(asked(LEADER)).isEmpty();
        for (Viewer viewer : List.of(LEADER, ABOVE, HOA)) {
            assertThat(asked(viewer, ticket)).as(viewer.login()).containsOnlyKeys(ticket);
        }
        house.sql("update complaint set secret = 1");
        for (Viewer viewer : List.of(LEADER, ABOVE, HOA, CaseHouse.viewer("giu1", Role.CUSTODIAN, Optional.empty()))) {
            assertThat(asked(viewer, ticket)).as(viewer.login()).isEmpty();
        }
    }

    @Test
    void wordsAboutAnOfficeOfARelativeAreKeptFromALeader() {
        TicketNumber ticket = accepted();
        at("2026-08-13T10:00");
        explain(ticket);
        house.tx(Interests.class, interests -> interests.declare(ABOVE, COMMUNE));
        assertThat(asked(ABOVE, ticket).get(ticket).said().orElseThrow().words())
                .isEqualTo(Shown.WITHHELD);
        assertThat(asked(LEADER, ticket).get(ticket).said().orElseThrow().words())
                .startsWith("Máy xúc hỏng");
    }

    @Test
    void manyCasesTakeAsManyQueriesAsOne() {
        TicketNumber first = accepted();
        at("2026-08-19T10:00");
        explain(first);
        int one = selects("2026-08-19");
        assertThat(one).as("the list, its reasons and more").isGreaterThan(1);
        List<TicketNumber> more = List.of(accepted(), accepted(), accepted(), accepted());
        at("2026-09-09T10:00");
        more.forEach(this::explain);
        assertThat(list(LEADER, "2026-09-09"))
                .hasSize(5)
                .allSatisfy(late -> assertThat(late.why().code()).isEqualTo(Code.EXPLAINED));
        assertThat(selects("2026-09-09")).isEqualTo(one);
    }

    /** How many statements read while the board is made once more, in one transaction and so on one connection. */
    private int selects(String day) {
        Sql sql = get(Sql.class);
        list(LEADER, day);
        return house.house().tx(() -> {
            int before = selectsSoFar(sql);
            list(LEADER, day);
            return selectsSoFar(sql) - before;
        });
    }

    private static int selectsSoFar(Sql sql) {
        return sql.count("select cast(variable_value as signed) as n from information_schema.session_status"
                + " where variable_name = 'COM_SELECT'");
    }
}
