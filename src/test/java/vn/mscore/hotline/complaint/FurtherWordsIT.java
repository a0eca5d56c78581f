package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.console.workbench.Queue;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Words sent to a case that nobody works on any more stay with it and stand in the operators' queue until one has read them. */
class FurtherWordsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer TUAN = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-14T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
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

    private boolean write(TicketNumber ticket, String text) {
        return house.tx(RegisterComplaint.class, r -> r.addText(ticket, LAN, text, "sms:2:modem"));
    }

    /** The rows for further words in the queue's first tab. */
    private List<QueueItem> waiting(Viewer viewer) {
        CaseList.Page page =
                house.tx(Queue.class, queue -> queue.page(viewer, CaseFilter.of(Group.OPEN), CaseCursor.START));
        return page.items().stream()
                .filter(item -> item.kind() == QueueItem.Kind.NEW_WORDS)
                .toList();
    }

    private List<TicketNumber> tickets() {
        return waiting(HOA).stream().flatMap(item -> item.ticket().stream()).toList();
    }

    private String acknowledge(TicketNumber ticket) {
        Decision decision = get(EndCases.class).acknowledge(house.grip(HOA, ticket));
        return decision.refusal().map(Reason::code).orElse("done");
    }

    private TicketNumber answered() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        done(get(SortCases.class).take(house.grip(HOA, ticket)));
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        done(get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        answer(ticket);
        return ticket;
    }

    private void answer(TicketNumber ticket) {
        answer(HOA, ticket);
    }

    private void answer(Viewer operator, TicketNumber ticket) {
        done(get(WorkCases.class).answer(house.grip(operator, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DA_TRA_LOI", "DONG", "TU_CHOI", "CHUYEN_KHAC", "RUT"})
    void wordsToACaseNobodyWorksOnWaitInTheQueueUntilAnOperatorHasReadThem(State state) {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        house.sql("update complaint set state = '" + state + "'");
        assertThat(tickets()).isEmpty();
        assertThat(acknowledge(ticket)).isEqualTo("case.nothing-new");
        int before = counts().get(Group.OPEN);

        assertThat(write(ticket, "van con o ga truoc cua")).isTrue();
        write(ticket, "chua ai den");

        assertThat(tickets()).containsExactly(ticket);
        QueueItem item = waiting(HOA).get(0);
        assertThat(item.title()).as("the field, no words").isNotBlank().doesNotContain("chua ai den");
        assertThat(item.due()).as("the working day after a Friday").isEqualTo(LocalDate.of(2026, 8, 17));
        assertThat(item.row().orElseThrow().unread()).isTrue();
        assertThat(counts().get(Group.OPEN)).isEqualTo(before + 1);
        assertThat(house.state(ticket)).isEqualTo(state);

        assertThat(acknowledge(ticket)).isEqualTo("done");
        assertThat(tickets()).isEmpty();
        assertThat(house.count("complaint_event where deed = 'acknowledge' and actor = 'hoa'"))
                .isEqualTo(1);
    }

    private Map<Group, Integer> counts() {
        return house.tx(Queue.class, queue -> queue.counts(HOA, CaseFilter.of(Group.OPEN)));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = Mode.EXCLUDE,
            names = {"DA_TRA_LOI", "DONG", "TU_CHOI", "TRUNG", "CHUYEN_KHAC", "RUT"})
    void wordsToACaseInWorkWaitForNobodyElse(State state) {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        house.sql("update complaint set state = '" + state + "'");
        write(ticket, "o ga to hon");
        assertThat(tickets()).isEmpty();
    }

    @Test
    void whoHasNotSeenTheNewestWordsDoesNotAcknowledgeThem() {
        TicketNumber ticket = answered();
        write(ticket, "van con o ga");
        Grip page = house.grip(HOA, ticket);
        write(ticket, "va con mot cho nua");
        Decision decision = get(EndCases.class).acknowledge(page);
        assertThat(decision.refusal().map(Reason::code)).contains("case.moved-on");
        assertThat(tickets()).containsExactly(ticket);
    }

    @Test
    void wordsToAMergedTicketAreListedWithItAndSaidToBeInTheOther() {
        TicketNumber kept = house.feedback(new PhoneNumber("+84912345679"), "duong o ga thon 3");
        TicketNumber merged = house.feedback(LAN, "duong o ga");
        done(get(CaseBonds.class).merge(house.grip(HOA, merged), kept));
        write(merged, "truoc cua nha toi");
        assertThat(tickets()).containsExactly(merged);
        CaseView view = house.tx(CaseFile.class, file -> file.of(HOA, merged).orElseThrow());
        assertThat(view.bonds().mergedInto()).containsExactly(kept);
        assertThat(view.possible()).contains(CaseCommand.ACKNOWLEDGE, CaseCommand.UNMERGE);
        done(get(CaseBonds.class).unmerge(house.grip(HOA, merged)));
        assertThat(tickets()).as("worked on by itself again").isEmpty();
    }

    @Test
    void whatIsSaidWithTheThirdNoIsNotLostWithTheClosing() {
        TicketNumber ticket = answered();
        for (int time = 0; time < 2; time++) {
            write(ticket, "chua xong " + time);
            house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, false));
            assertThat(tickets()).as("reopened: in work").isEmpty();
            answer(time == 0 ? TUAN : HOA, ticket);
        }
        write(ticket, "van chua xong");
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, false));
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
        assertThat(tickets()).containsExactly(ticket);
    }

    @Test
    void whatWasSaidBeforeTheClockClosedItIsNotLost() {
        TicketNumber ticket = answered();
        write(ticket, "con mot cho chua va");
        house.clock().advance(Duration.ofDays(20));
        house.run("complaint.close-unanswered");
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
        assertThat(tickets()).containsExactly(ticket);
    }

    @Test
    void aCaseReopenedIsReadByWhoWorksOnIt() {
        TicketNumber ticket = answered();
        write(ticket, "van con o ga");
        done(get(EndCases.class).reopen(house.grip(HOA, ticket), "người dân nói chưa xong"));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(tickets()).isEmpty();
        answer(TUAN, ticket);
        assertThat(tickets()).as("those were read").isEmpty();
    }

    @Test
    void officesSeeNoRowForThem() {
        TicketNumber ticket = answered();
        write(ticket, "van con o ga");
        assertThat(waiting(OFFICER)).isEmpty();
        Decision decision = get(EndCases.class).acknowledge(house.grip(OFFICER, ticket));
        assertThat(decision.refusal().map(Reason::code)).contains("case.not-yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "refuse", "pass-outside", "withdraw"})
    void wordsThatCameWithinTheUndoWindowOfAnEndWaitOnceItStands(String end) {
        TicketNumber ticket = inWork();
        plan(end, ticket);
        write(ticket, "khoan, toi con mot viec nua");
        assertThat(tickets()).as("it may still be taken back").isEmpty();
        CaseView pending = house.tx(CaseFile.class, file -> file.of(HOA, ticket).orElseThrow());
        assertThat(pending.row().unread()).isFalse();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(house.state(ticket).isWorkedOn()).isFalse();
        assertThat(tickets()).containsExactly(ticket);
    }

    @Test
    void wordsThatCameBeforeAnEndWasTakenBackAreReadByWhoWorksOnIt() {
        TicketNumber ticket = inWork();
        plan("refuse", ticket);
        write(ticket, "khoan, toi con mot viec nua");
        done(get(SortCases.class).undo(house.grip(HOA, ticket)));
        assertThat(house.count("complaint where unread_due is not null")).isZero();
        plan("refuse", ticket);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(tickets()).isEmpty();
    }

    @Test
    void whatTheDeskPlannedEndsAtOnceWithAWithdrawalAndWordsNobodyReadStillWait() {
        TicketNumber ticket = inWork();
        plan("refuse", ticket);
        write(ticket, "khoan, toi con mot viec nua");
        boolean withdrawn = house.tx(RegisterComplaint.class, r -> r.withdraw(ticket, LAN));
        assertThat(withdrawn).isTrue();
        assertThat(house.count("complaint_pending")).isZero();
        assertThat(house.count("complaint_event where deed = 'dropped' and actor = 'citizen' and to_state = 'RUT'"))
                .isEqualTo(1);
        assertThat(tickets()).containsExactly(ticket);
    }

    private TicketNumber inWork() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        done(get(SortCases.class).take(house.grip(HOA, ticket)));
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        return ticket;
    }

    private void plan(String end, TicketNumber ticket) {
        Grip grip = house.grip(HOA, ticket);
        done(
                switch (end) {
                    case "answer" -> get(WorkCases.class).answer(grip, new Answer("Đã vá đường.", false));
                    case "withdraw" -> get(EndCases.class).withdraw(grip, "Bà Lan gọi lại");
                    case "refuse" -> get(EndCases.class).refuse(grip, "đã trả lời ở phiếu trước");
                    default -> get(EndCases.class).passOutside(grip, "Bộ Giao thông vận tải");
                });
    }

    @Test
    void thanksBehindAYesStayWithTheCaseAndWaitForNobody() {
        TicketNumber ticket = answered();
        boolean kept = house.tx(RegisterComplaint.class, r -> r.addThanks(ticket, LAN, "cảm ơn", "sms:2:modem"));
        assertThat(kept).isTrue();
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, true));
        assertThat(tickets()).isEmpty();
        assertThat(house.count("complaint_words where author = 'CITIZEN'")).isEqualTo(2);
        write(ticket, "van con o ga");
        house.tx(RegisterComplaint.class, r -> r.addThanks(ticket, LAN, "cảm ơn", "sms:3:modem"));
        assertThat(tickets()).as("those before still wait").containsExactly(ticket);
    }

    @Test
    void wordsThatSealAnEndedCaseStandInNoListOfTheDesk() {
        TicketNumber ticket = answered();
        write(ticket, "van con o ga");
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, true));
        assertThat(tickets()).containsExactly(ticket);
        write(ticket, "can bo doi tien moi va duong");
        assertThat(house.count("complaint where secret")).isEqualTo(1);
        assertThat(tickets()).isEmpty();
        assertThat(house.count("complaint where unread_due is not null")).isZero();
        assertThat(house.count("sealed_case")).isEqualTo(1);
    }

    private TicketNumber mergedInto(TicketNumber head) {
        TicketNumber child = house.feedback(LAN, "o ga truoc truong");
        done(get(CaseBonds.class).merge(house.grip(HOA, child), head));
        return child;
    }

    @Test
    void wordsToAMergedTicketThatNobodyHasReadKeepItFromEndingWithTheOther() {
        TicketNumber head = inWork();
        TicketNumber child = mergedInto(head);
        done(get(EndCases.class).refuse(house.grip(HOA, head), "Đường của công ty"));
        write(child, "con mot viec nua chua ai biet");
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(house.state(head)).isEqualTo(State.TU_CHOI);
        assertThat(house.state(child)).as("at the desk, with its words").isEqualTo(State.MOI);
    }

    @Test
    void whoWasAnsweredTogetherStaysAnsweredWhenTheOtherIsSealed() {
        TicketNumber head = inWork();
        TicketNumber child = mergedInto(head);
        answer(head);
        write(head, "can bo doi tien toi 5 trieu");
        assertThat(house.count("complaint where secret and ticket = '" + head.digits() + "'"))
                .isEqualTo(1);
        assertThat(house.state(child)).isEqualTo(State.TRUNG);
    }

    @Test
    void whatWasAnsweredBeforeTheMergeIsNotAnsweredTogetherWithTheOther() {
        TicketNumber child = answered();
        house.tx(ComplaintStatus.class, status -> status.satisfied(child, LAN, false));
        house.clock().advance(Duration.ofDays(1));
        TicketNumber refused = inWork();
        done(get(CaseBonds.class).merge(house.grip(HOA, child), refused));
        plan("refuse", refused);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(house.state(child)).as("refused").isEqualTo(State.MO_LAI);
        house.clock().advance(Duration.ofDays(1));
        TicketNumber sealed = inWork();
        done(get(CaseBonds.class).merge(house.grip(HOA, child), sealed));
        write(sealed, "can bo doi tien toi 5 trieu");
        assertThat(house.state(child)).as("sealed").isEqualTo(State.MO_LAI);
    }

    @Test
    void whatIsMergedInTheMomentOfTheAnswerIsAnsweredTogether() {
        TicketNumber head = inWork();
        plan("answer", head);
        house.clock().advance(Duration.ofSeconds(10));
        TicketNumber child = mergedInto(head);
        house.run("complaint.release");
        write(head, "can bo doi tien toi 5 trieu");
        assertThat(house.count("complaint where secret and ticket = '" + head.digits() + "'"))
                .isEqualTo(1);
        assertThat(house.state(child)).isEqualTo(State.TRUNG);
    }
}
