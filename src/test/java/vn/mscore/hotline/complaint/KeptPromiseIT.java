package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.CaseHouse.code;
import static vn.mscore.hotline.complaint.CaseHouse.done;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The day a citizen was told stands, whatever the offices do with the case meanwhile. */
class KeptPromiseIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer ABOVE = CaseHouse.viewer("qt", Role.OFFICER, Optional.of(PROVINCE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void at(String local) {
        house.clock().set(CaseHouse.vietnam(local));
    }

    private void sort(TicketNumber ticket, String category) {
        done(house.get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, category));
    }

    private TicketNumber sorted() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        sort(ticket, "GTDB");
        return ticket;
    }

    private void release() {
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    private void inWork(TicketNumber ticket) {
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        release();
        done(house.get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
    }

    private TicketNumber inWork() {
        TicketNumber ticket = sorted();
        inWork(ticket);
        return ticket;
    }

    private void pause(Viewer viewer, TicketNumber ticket) {
        done(house.get(CaseTime.class).pause(house.grip(viewer, ticket), "Chờ người dân bổ sung ảnh"));
    }

    private void handBack(TicketNumber ticket) {
        done(house.get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của tỉnh, không phải của xã"));
    }

    /** Answered on 10 August, and the citizen says no on the twelfth. */
    private void answeredAndReopened(TicketNumber ticket) {
        at("2026-08-10T10:00");
        done(house.get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        release();
        at("2026-08-12T09:00");
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, false));
        assertThat(house.state(ticket)).isEqualTo(State.MO_LAI);
        assertThat(due()).as("told by T18").isEqualTo("2026-08-25 -");
    }

    private long openPauses() {
        return house.count("complaint_pause where until is null") + house.count("complaint where paused");
    }

    private List<String> ladder() {
        house.run("complaint.escalate");
        return house.facts(CaseEscalated.class).stream()
                .map(fact -> fact.step() + " " + fact.rung())
                .toList();
    }

    private String due() {
        return house.house()
                .schema()
                .column("select concat(due, ' ', ifnull(original_due, '-')) from complaint")
                .get(0);
    }

    @Test
    void pauseShouldEndWithTheAnswerAndNotStopTheClockOfTheReopenedCase() {
        TicketNumber ticket = inWork();
        at("2026-08-07T10:00");
        pause(OFFICER, ticket);
        answeredAndReopened(ticket);
        assertThat(openPauses()).isZero();
        at("2026-08-27T08:00");
        assertThat(ladder()).as("nobody began").contains("ANSWER_AGAIN UNIT_HEAD");
    }

    @Test
    void pauseOfAnOfficeShouldEndWhenItHandsTheCaseBack() {
        TicketNumber ticket = inWork();
        pause(OFFICER, ticket);
        handBack(ticket);
        assertThat(openPauses()).isZero();
    }

    @Test
    void pauseShouldEndWithTheCase() {
        TicketNumber withdrawn = sorted();
        pause(HOA, withdrawn);
        done(house.get(EndCases.class).withdraw(house.grip(HOA, withdrawn), "Bà Lan gọi lại"));
        release();
        assertThat(openPauses()).as("withdrawn").isZero();
        TicketNumber passed = sorted();
        pause(HOA, passed);
        done(house.get(EndCases.class).passOutside(house.grip(HOA, passed), "Tỉnh Quảng Bình cũ"));
        assertThat(openPauses()).as("not yet out of the house").isEqualTo(2);
        release();
        assertThat(openPauses()).as("passed outside").isZero();
    }

    @Test
    void pauseOfTheDeskShouldGoOnWithTheOfficeAndWithAMergeThatIsTakenBack() {
        TicketNumber ticket = sorted();
        TicketNumber other = house.feedback(new PhoneNumber("+84987654321"), "cau hong");
        pause(HOA, ticket);
        done(house.get(CaseBonds.class).merge(house.grip(HOA, ticket), other));
        done(house.get(CaseBonds.class).unmerge(house.grip(HOA, ticket)));
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        release();
        assertThat(house.count("complaint_pause where until is null")).isEqualTo(1);
    }

    @Test
    void reopenedCaseShouldKeepTheDayOfT18WhateverItIsFoundToBe() {
        TicketNumber ticket = inWork();
        answeredAndReopened(ticket);
        at("2026-08-13T09:00");
        sort(ticket, "DNVT");
        assertThat(due()).isEqualTo("2026-08-25 -");
        assertThat(ladder()).as("two days from the first word are over").noneMatch(rung -> rung.contains("UNIT_HEAD"));
        Optional<Suggestions.Suggestion> card = house.tx(Suggestions.class, all -> all.of(ticket, other -> false));
        assertThat(card.map(Suggestions.Suggestion::due)).contains(LocalDate.of(2026, 8, 25));
    }

    @Test
    void reopenedCaseThatTheDeskTakesShouldKeepItsExtension() {
        TicketNumber ticket = inWork();
        answeredAndReopened(ticket);
        done(house.get(CaseTime.class).extend(house.grip(ABOVE, ticket), 2, "Chờ khô"));
        release();
        assertThat(due()).isEqualTo("2026-08-27 2026-08-25");
        at("2026-08-13T09:00");
        done(house.get(SortCases.class).take(house.grip(HOA, ticket)));
        assertThat(due()).isEqualTo("2026-08-27 2026-08-25");
    }

    private String due(TicketNumber ticket) {
        String of = "select concat(due, ' ', ifnull(original_due, '-')) from complaint where ticket = '";
        return house.house().schema().column(of + ticket.digits() + "'").get(0);
    }

    @Test
    void whoIsMergedShouldKeepHisDayAndHearOfALaterOne() {
        TicketNumber early = sorted();
        at("2026-08-05T09:00");
        TicketNumber head = house.feedback(new PhoneNumber("+84987654321"), "cau hong");
        sort(head, "GTDB");
        CaseBonds bonds = house.get(CaseBonds.class);
        assertThat(due(head)).isEqualTo("2026-08-14 -");
        done(bonds.merge(house.grip(HOA, early), head));
        sort(head, "GTDB");
        assertThat(due(head)).as("the nearer of both").isEqualTo("2026-08-12 -");
        done(bonds.unmerge(house.grip(HOA, early)));
        assertThat(due(head)).as("taken out again").isEqualTo("2026-08-14 -");
        done(bonds.merge(house.grip(HOA, early), head));
        inWork(head);
        pause(OFFICER, head);
        at("2026-08-07T09:00");
        done(house.get(CaseTime.class).resume(house.grip(OFFICER, head)));
        done(house.get(CaseTime.class).extend(house.grip(OFFICER, head), 5, "Mưa lớn"));
        release();
        assertThat(due(head)).as("two days stopped, five more").isEqualTo("2026-08-21 2026-08-12");
        assertThat(house.facts(ComplaintMoved.class))
                .filteredOn(fact -> fact.move() == ComplaintMoved.Move.EXTENDED)
                .extracting(fact -> fact.ticket() + " " + fact.due())
                .containsExactly(head + " 2026-08-21", early + " 2026-08-21");
    }

    @Test
    void dayToldWithTheOfficeShouldStayWhenWhoWasNearerIsTakenOut() {
        TicketNumber early = sorted();
        at("2026-08-05T09:00");
        TicketNumber head = house.feedback(new PhoneNumber("+84987654321"), "cau hong");
        sort(head, "GTDB");
        CaseBonds bonds = house.get(CaseBonds.class);
        done(bonds.merge(house.grip(HOA, early), head));
        inWork(head);
        assertThat(house.facts(ComplaintMoved.class))
                .filteredOn(fact -> fact.move() == ComplaintMoved.Move.ROUTED)
                .extracting(fact -> fact.ticket() + " " + fact.due())
                .contains(head + " 2026-08-12");
        done(bonds.unmerge(house.grip(HOA, early)));
        assertThat(due(head)).isEqualTo("2026-08-12 -");
        assertThat(due(early)).isEqualTo("2026-08-12 -");
    }

    private void decide(TicketNumber ticket) {
        boolean heard = house.tx(RegisterComplaint.class, r -> r.decideKind(ticket, LAN, ComplaintKind.COMPLAINT));
        assertThat(heard).isTrue();
    }

    @Test
    void nobodyShouldWaitWithWhatIsOrBecomesAKhieuNai() {
        TicketNumber head = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec thu hoi dat")
                .ticket();
        sort(head, "GTDB");
        TicketNumber with = house.feedback(new PhoneNumber("+84987654321"), "cau hong");
        done(house.get(CaseBonds.class).merge(house.grip(HOA, with), head));
        assertThat(code(house.get(SortCases.class).classify(house.grip(HOA, head), ComplaintKind.COMPLAINT, "GTDB")))
                .isEqualTo("case.merge-petition");
        decide(head);
        assertThat(house.state(with)).as("his word stands").isEqualTo(State.MOI);
    }

    @Test
    void choiceOfAKhieuNaiShouldCountFromItsDayWhateverWasToldWithTheOffice() {
        TicketNumber ticket = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec cat dien")
                .ticket();
        sort(ticket, "DNVT");
        inWork(ticket);
        assertThat(due(ticket)).isEqualTo("2026-08-05 -");
        at("2026-08-04T09:00");
        decide(ticket);
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        assertThat(due(ticket)).as("guidance has its two days").isEqualTo("2026-08-06 -");
    }

    @Test
    void howItStandsShouldBeToldToAllWhoWaitAndMoveNothing() {
        TicketNumber ticket = inWork();
        TicketNumber with = house.feedback(new PhoneNumber("+84987654321"), "cau hong");
        done(house.get(CaseBonds.class).merge(house.grip(HOA, with), ticket));
        TicketNumber called = house.feedback(new PhoneNumber("+842333851235"), "cau hong");
        done(house.get(CaseBonds.class).merge(house.grip(HOA, called), ticket));
        WorkCases work = house.get(WorkCases.class);
        assertThat(code(work.inform(house.grip(OFFICER, ticket), "Sẽ kiểm tra ngày {...}")))
                .isEqualTo("case.blank");
        done(work.inform(house.grip(OFFICER, ticket), "Thứ Sáu sẽ kiểm tra tại chỗ"));
        release();
        assertThat(house.state(ticket)).isEqualTo(State.DANG_XU_LY);
        assertThat(due(ticket)).isEqualTo("2026-08-12 -");
        assertThat(house.facts(ComplaintMoved.class))
                .filteredOn(fact -> fact.move() == ComplaintMoved.Move.INFORMED)
                .extracting(fact -> fact.ticket() + " " + fact.due())
                .containsExactly(ticket + " 2026-08-12", with + " 2026-08-12");
        assertThat(house.count("complaint_event where deed = 'inform'"))
                .as("nobody says that a landline was told")
                .isEqualTo(2);
        TicketNumber landline = house.feedback(new PhoneNumber("+842333851234"), "cau hong");
        sort(landline, "GTDB");
        assertThat(code(work.inform(house.grip(HOA, landline), "Đang xem"))).isEqualTo("case.no-texts");
    }

    @Test
    void dayToldWithTheOfficeShouldMoveNoLaterWhenTheCaseIsSortedAnew() {
        TicketNumber ticket = inWork();
        sort(ticket, "QDHC");
        assertThat(due()).as("15 days, but T16 said 7").isEqualTo("2026-08-12 -");
        sort(ticket, "DNVT");
        assertThat(due()).as("nearer").isLessThan("2026-08-12");
        handBack(ticket);
        sort(ticket, "QDHC");
        assertThat(due()).as("with no office, told all the same").isEqualTo("2026-08-12 -");
    }

    @Test
    void extensionShouldStandAndStayTheOnlyOneWhenTheCaseIsSortedAnew() {
        TicketNumber ticket = inWork();
        done(house.get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "Mưa lớn, chờ khô"));
        release();
        assertThat(due()).as("told by T64").isEqualTo("2026-08-19 2026-08-12");
        sort(ticket, "MTRG");
        assertThat(due()).isEqualTo("2026-08-19 2026-08-12");
        Decision second = house.get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "nữa");
        assertThat(second.refusal().map(Reason::code)).contains("case.extended");
    }

    @Test
    void deskShouldHaveItsTimeFromTheDayACaseIsHandedBack() {
        TicketNumber ticket = sorted();
        at("2026-08-11T09:00");
        assertThat(ladder()).as("late the first time").contains("FORWARD UNIT_HEAD");
        inWork(ticket);
        at("2026-08-12T10:00");
        handBack(ticket);
        long before = ladder().stream().filter("FORWARD UNIT_HEAD"::equals).count();
        assertThat(before).as("five working days from today").isEqualTo(1);
        at("2026-08-20T08:00");
        assertThat(ladder().stream().filter("FORWARD UNIT_HEAD"::equals))
                .as("late again")
                .hasSize(2);
    }

    @Test
    void daysToForwardOfTheRoutesPageShouldCountForWhatWaits() {
        sorted();
        house.run("complaint.follow-calendar");
        String until = "select date(step_due + interval 7 hour - interval 1 second) from complaint";
        assertThat(house.house().schema().column(until)).containsExactly("2026-08-10");
        RouteDesk.Change change = new RouteDesk.Change(
                "GTDB", "Sở Xây dựng", OptionalInt.of(2), 7, LocalDate.of(2026, 8, 3), Optional.empty());
        assertThat(house.get(RouteDesk.class).change(change, "kythuat")).isEmpty();
        house.run("complaint.follow-calendar");
        assertThat(house.house().schema().column(until)).containsExactly("2026-08-05");
    }

    @Test
    void sealedCaseShouldNotBeClosedByTheClock() {
        TicketNumber ticket = inWork();
        at("2026-08-10T10:00");
        done(house.get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        release();
        house.tx(Complaints.class, all -> {
            all.hide(all.find(ticket).orElseThrow(), "hoa");
            return ticket;
        });
        at("2026-09-30T10:00");
        assertThat(house.run("complaint.close-unanswered")).isZero();
        assertThat(house.state(ticket)).isEqualTo(State.DA_TRA_LOI);
    }
}
