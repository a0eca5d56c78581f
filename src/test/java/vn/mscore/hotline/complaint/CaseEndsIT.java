package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.CaseHouse.code;
import static vn.mscore.hotline.complaint.CaseHouse.done;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Every end of a case reaches everybody who waits for it, and nothing is said before it can still be taken back. */
class CaseEndsIT {
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));

    private static CaseHouse house;
    private static int numbers;

    private PhoneNumber lan;
    private PhoneNumber minh;

    @BeforeAll
    static void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void strangers() {
        lan = number();
        minh = number();
    }

    private static PhoneNumber number() {
        return new PhoneNumber("+8491" + String.format("%07d", ++numbers));
    }

    private static <T> T get(Class<T> face) {
        return house.house().get(face);
    }

    private static TicketNumber sorted(PhoneNumber phone) {
        TicketNumber ticket = house.feedback(phone, "duong o ga");
        done(get(SortCases.class).take(house.grip(HOA, ticket)));
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        return ticket;
    }

    private static TicketNumber answered(PhoneNumber phone) {
        TicketNumber ticket = sorted(phone);
        done(get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        released();
        answer(ticket);
        return ticket;
    }

    private static void answer(TicketNumber ticket) {
        done(get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        released();
    }

    private static void merge(TicketNumber child, TicketNumber into) {
        done(get(CaseBonds.class).merge(house.grip(HOA, child), into));
    }

    private static void released() {
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    private static List<Move> told(TicketNumber ticket) {
        return house.facts(ComplaintMoved.class).stream()
                .filter(fact -> fact.ticket().equals(ticket))
                .map(ComplaintMoved::move)
                .toList();
    }

    private static List<CaseNotes.Note> notes(TicketNumber ticket) {
        return house.tx(CaseNotes.class, notes -> notes.of(HOA, ticket));
    }

    private static CaseBonds.Bonds bonds(TicketNumber ticket) {
        return house.tx(CaseBonds.class, bonds -> bonds.of(ticket));
    }

    private boolean withdraws(TicketNumber ticket) {
        return house.tx(RegisterComplaint.class, r -> r.withdraw(ticket, lan));
    }

    @Test
    void whoWithdrawsHisOwnCaseSpeaksForNobodyMergedIntoIt() {
        TicketNumber head = sorted(lan);
        TicketNumber child = house.feedback(minh, "o ga truoc truong");
        TicketNumber grandchild = sorted(number());
        merge(grandchild, child);
        merge(child, head);
        assertThat(withdraws(head)).isTrue();
        assertThat(house.state(head)).isEqualTo(State.RUT);
        assertThat(house.state(child)).as("in the queue of the desk again").isEqualTo(State.MOI);
        assertThat(house.state(grandchild)).as("together with what came to it").isEqualTo(State.TRUNG);
        assertThat(bonds(grandchild).mergedInto()).containsExactly(child);
        assertThat(bonds(child).mergedInto()).isEmpty();
        assertThat(told(child)).isEmpty();
        assertThat(house.logs().broken()).isEmpty();
    }

    @Test
    void whatTheDeskWithdrawsForOneComesBackForTheOthersOnceItStands() {
        TicketNumber head = sorted(lan);
        TicketNumber child = sorted(minh);
        merge(child, head);
        done(get(EndCases.class).withdraw(house.grip(HOA, head), "Bà Lan gọi lại"));
        assertThat(house.state(child)).as("it may still be taken back").isEqualTo(State.TRUNG);
        released();
        assertThat(house.state(head)).isEqualTo(State.RUT);
        assertThat(house.state(child)).isEqualTo(State.PHAN_LOAI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "PASSED_OUTSIDE"})
    void theReasonOfAnEndIsToldToEverybodyMerged(Move end) {
        TicketNumber head = sorted(lan);
        TicketNumber child = house.feedback(minh, "o ga truoc truong");
        TicketNumber grandchild = sorted(number());
        merge(grandchild, child);
        merge(child, head);
        EndCases desk = get(EndCases.class);
        done(
                end == Move.REFUSED
                        ? desk.refuse(house.grip(HOA, head), "Đường của công ty")
                        : desk.passOutside(house.grip(HOA, head), "UBND tỉnh bên"));
        released();
        for (TicketNumber each : List.of(head, child, grandchild)) {
            assertThat(house.state(each)).isEqualTo(end == Move.REFUSED ? State.TU_CHOI : State.CHUYEN_KHAC);
            assertThat(told(each)).containsExactly(end);
            assertThat(notes(each)).hasSize(1);
        }
        assertThat(bonds(child).links()).as("for the eye").contains(head);
    }

    @Test
    void whatIsGraverIsMergedIntoNothingLessAndWhatBecomesSoIsDecidedByItself() {
        TicketNumber head = sorted(lan);
        TicketNumber petition = house.register(number(), ComplaintKind.COMPLAINT, "khieu nai quyet dinh")
                .ticket();
        assertThat(Stream.of(house.feedback(minh, "ho doa giet toi"), petition, head)
                        .map(each -> code(get(CaseBonds.class)
                                .merge(house.grip(HOA, each), each.equals(head) ? petition : head))))
                .containsExactly("case.merge-urgent", "case.merge-petition", "case.merge-petition");
        TicketNumber later = house.feedback(minh, "o ga truoc truong");
        TicketNumber withOffice = sorted(number());
        done(get(SortCases.class).route(house.grip(HOA, withOffice), COMMUNE));
        released();
        Stream.of(later, withOffice).forEach(child -> merge(child, head));
        house.tx(RegisterComplaint.class, r -> r.addText(later, minh, "ho doa giet toi", "sms:3:modem"));
        done(get(EndCases.class).refuse(house.grip(HOA, head), "Đã trả lời ở phiếu trước"));
        released();
        assertThat(Stream.of(head, later, withOffice).map(house::state))
                .containsExactly(State.TU_CHOI, State.MOI, State.DA_CHUYEN);
        assertThat(told(later)).isEmpty();
    }

    @Test
    void whoWasAnsweredTogetherWithItStaysAnsweredWhateverBecomesOfIt() {
        TicketNumber head = sorted(lan);
        TicketNumber child = house.feedback(minh, "o ga truoc truong");
        merge(child, head);
        done(get(SortCases.class).route(house.grip(HOA, head), COMMUNE));
        released();
        answer(head);
        assertThat(withdraws(head)).isTrue();
        assertThat(house.state(child)).isEqualTo(State.TRUNG);
        assertThat(house.<ComplaintStatus, Optional<String>>tx(ComplaintStatus.class, s -> s.answer(child, minh)))
                .isPresent();
    }

    @Test
    void nothingJoinsWhatIsAnsweredAlready() {
        TicketNumber head = answered(lan);
        TicketNumber late = house.feedback(lan, "cau treo hong van");
        CaseBonds bonds = get(CaseBonds.class);
        assertThat(code(bonds.merge(house.grip(HOA, late), head))).isEqualTo("case.other-ended");
        assertThat(code(bonds.cluster(house.grip(HOA, late), head))).isEqualTo("case.other-ended");
        Optional<Suggestions.Suggestion> card = house.tx(Suggestions.class, all -> all.of(late, other -> false));
        assertThat(card.orElseThrow().twins())
                .filteredOn(twin -> twin.ticket().equals(head))
                .extracting(Suggestions.Twin::open)
                .containsExactly(false);
    }

    @Test
    void whoCanBeAskedByTextIsNotSpokenForByTheDesk() {
        TicketNumber asked = answered(lan);
        EndCases end = get(EndCases.class);
        assertThat(code(end.close(house.grip(HOA, asked)))).isEqualTo("case.verdict-awaited");
        TicketNumber landline = answered(new PhoneNumber("+842333851234"));
        done(end.close(house.grip(HOA, landline)));
        assertThat(house.state(landline)).as("it may still be taken back").isEqualTo(State.DA_TRA_LOI);
        done(get(SortCases.class).undo(house.grip(HOA, landline)));
        released();
        assertThat(house.state(landline)).isEqualTo(State.DA_TRA_LOI);
        done(end.close(house.grip(HOA, landline)));
        released();
        assertThat(house.state(landline)).isEqualTo(State.DONG);
    }

    @Test
    void anUrgentCaseIsClosedByAPersonAfterTenSilentDays() {
        TicketNumber ticket = answered(lan);
        house.sql("update complaint set urgent = true where ticket = '" + ticket.digits() + "'");
        EndCases end = get(EndCases.class);
        assertThat(code(end.close(house.grip(HOA, ticket)))).isEqualTo("case.urgent-awaited");
        house.clock().advance(Duration.ofDays(21));
        house.run("complaint.close-unanswered");
        assertThat(house.state(ticket)).isEqualTo(State.DA_TRA_LOI);
        done(end.close(house.grip(HOA, ticket)));
        released();
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
    }

    private boolean awaited(TicketNumber ticket) {
        return house.<ComplaintStatus, Optional<TicketNumber>>tx(ComplaintStatus.class, s -> s.awaitingVerdict(lan))
                .equals(Optional.of(ticket));
    }

    private Optional<ComplaintStatus.Satisfaction> says(TicketNumber ticket, boolean yes) {
        return house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, lan, yes));
    }

    @Test
    void aNoThatComesAfterTheClockClosedTheCaseReopensItAsOneBefore() {
        TicketNumber ticket = answered(lan);
        closed(ticket);
        assertThat(awaited(ticket)).isTrue();
        assertThat(says(ticket, false).orElseThrow().reopened()).isTrue();
        assertThat(house.state(ticket)).isEqualTo(State.MO_LAI);
        assertThat(told(ticket)).endsWith(Move.REOPENED);
        assertThat(code(get(EndCases.class).refuse(house.grip(HOA, ticket), "x")))
                .as("with an office")
                .isEqualTo("case.state");
    }

    private static void closed(TicketNumber ticket) {
        house.clock().advance(Duration.ofDays(21));
        house.run("complaint.close-unanswered");
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void aVerdictOnWhatWasClosedUnheardIsAskedForAndHeardForSixtyDays(int days, boolean heard) {
        TicketNumber ticket = answered(lan);
        closed(ticket);
        house.clock().advance(Duration.ofDays(days - 21));
        assertThat(awaited(ticket)).as("asked by text").isEqualTo(heard);
        assertThat(house.<ComplaintStatus, Boolean>tx(ComplaintStatus.class, s -> s.mayJudge(ticket)))
                .as("asked at key 4")
                .isEqualTo(heard);
        assertThat(says(ticket, false).isPresent()).isEqualTo(heard);
        assertThat(house.state(ticket)).isEqualTo(heard ? State.MO_LAI : State.DONG);
    }

    @Test
    void aCitizenWhoSaidYesIsNotAskedAgain() {
        TicketNumber ticket = answered(lan);
        assertThat(says(ticket, true)).isPresent();
        assertThat(awaited(ticket)).isFalse();
        assertThat(says(ticket, false)).isEmpty();
        TicketNumber silent = answered(lan);
        closed(silent);
        assertThat(awaited(silent)).isTrue();
        says(silent, true);
        assertThat(awaited(silent)).isFalse();
    }

    @Test
    void whatTheDeskSaysForTheCitizenLeavesTenSecondsLaterAndCanBeTakenBack() {
        TicketNumber withdrawn = sorted(lan);
        TicketNumber reopened = answered(minh);
        done(get(EndCases.class).withdraw(house.grip(HOA, withdrawn), "Bà Lan gọi lại"));
        done(get(EndCases.class).reopen(house.grip(HOA, reopened), "Ông Minh gọi: chưa vá"));
        house.clock().advance(Duration.ofSeconds(9));
        house.run("complaint.release");
        assertThat(told(withdrawn)).isEmpty();
        assertThat(told(reopened)).doesNotContain(Move.REOPENED);
        Stream.of(withdrawn, reopened)
                .forEach(ticket -> done(get(SortCases.class).undo(house.grip(HOA, ticket))));
        released();
        assertThat(Stream.of(withdrawn, reopened).map(house::state)).containsExactly(State.PHAN_LOAI, State.DA_TRA_LOI);
    }

    @Test
    void anExtensionTakenBackLeavesTheDayAndTheOneExtensionAsTheyWere() {
        TicketNumber ticket = sorted(lan);
        done(get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        released();
        String due = "complaint where ticket = '" + ticket.digits() + "' and original_due is null";
        done(get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "Mưa lớn"));
        assertThat(house.count(due)).isEqualTo(1);
        done(get(SortCases.class).undo(house.grip(OFFICER, ticket)));
        released();
        assertThat(told(ticket)).containsExactly(Move.ROUTED);
        done(get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "Mưa lớn"));
        released();
        assertThat(told(ticket)).containsExactly(Move.ROUTED, Move.EXTENDED);
        assertThat(house.count(due)).isZero();
    }

    @Test
    void whereNoOfficeIsAboveTheDeskTakesTheCaseAndSomebodyElseAnswersIt() {
        TicketNumber byTheDesk = sorted(lan);
        done(get(WorkCases.class).answer(house.grip(HOA, byTheDesk), new Answer("Đã vá đường.", false)));
        TicketNumber byTheTop = sorted(minh);
        done(get(SortCases.class).route(house.grip(HOA, byTheTop), PROVINCE));
        released();
        Viewer top = CaseHouse.viewer("qt", Role.OFFICER, Optional.of(PROVINCE));
        done(get(WorkCases.class).answer(house.grip(top, byTheTop), new Answer("Đã vá đường.", false)));
        released();
        Viewer tuan = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());
        for (TicketNumber ticket : List.of(byTheDesk, byTheTop)) {
            done(get(EndCases.class).reopen(house.grip(HOA, ticket), "Bà gọi: chưa vá"));
            released();
            assertThat(house.state(ticket)).isEqualTo(State.MO_LAI);
            assertThat(house.count("complaint where unit is null and level = 1 and ticket = '" + ticket.digits() + "'"))
                    .isEqualTo(1);
            assertThat(house.facts(ComplaintMoved.class))
                    .filteredOn(fact -> fact.ticket().equals(ticket) && fact.move() == Move.REOPENED)
                    .singleElement()
                    .extracting(ComplaintMoved::unit)
                    .isEqualTo(Optional.empty());
        }
        Answer again = new Answer("Đã vá lại.", false);
        assertThat(code(get(WorkCases.class).answer(house.grip(HOA, byTheDesk), again)))
                .isEqualTo("case.own-answer");
        done(get(WorkCases.class).answer(house.grip(tuan, byTheDesk), again));
        done(get(CaseTime.class).pause(house.grip(HOA, byTheTop), "Chờ ảnh"));
        done(get(EndCases.class).refuse(house.grip(HOA, byTheTop), "Không có gì mới"));
    }

    @Test
    void ofAClusterOnlyWhatCouldBeAnsweredByItselfIsAnsweredWithIt() {
        TicketNumber head = sorted(lan);
        TicketNumber sorted = sorted(minh);
        TicketNumber unsorted = house.feedback(number(), "o ga truoc truong");
        CaseBonds bonds = get(CaseBonds.class);
        done(bonds.cluster(house.grip(HOA, head), sorted));
        done(bonds.cluster(house.grip(HOA, head), unsorted));
        done(get(WorkCases.class).answer(house.grip(HOA, head), new Answer("Đã vá đường.", false)));
        released();
        assertThat(Stream.of(head, sorted, unsorted).map(house::state))
                .containsExactly(State.DA_TRA_LOI, State.DA_TRA_LOI, State.MOI);
        for (TicketNumber ticket : List.of(head, unsorted)) {
            List<CaseLog.Entry> log = house.tx(CaseLog.class, all -> all.since(ticket, -1));
            assertThat(log).extracting(CaseLog.Entry::deed).contains("answer-left-out");
        }
    }

    @Test
    void aWithdrawalOfWhatTheCitizenMadeUrgentMeanwhileIsDropped() {
        TicketNumber ticket = sorted(lan);
        done(get(EndCases.class).withdraw(house.grip(HOA, ticket), "Bà Lan gọi lại"));
        house.tx(RegisterComplaint.class, r -> r.addText(ticket, lan, "ho doa giet toi", "sms:2:modem"));
        released();
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        assertThat(told(ticket)).isEmpty();
    }

    @Test
    void whatTheCitizenSaysMeanwhileOvertakesTheDesk() {
        TicketNumber ticket = answered(lan);
        done(get(EndCases.class).reopen(house.grip(HOA, ticket), "Bà Lan gọi: chưa vá"));
        says(ticket, true);
        released();
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
    }
}
