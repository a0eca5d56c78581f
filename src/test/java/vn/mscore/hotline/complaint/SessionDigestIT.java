package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.CaseHouse.done;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.report.DelegateBoard.Digest;
import vn.mscore.hotline.report.DelegateBoard.Transfer;
import vn.mscore.hotline.report.DelegateBoard.Wanted;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Scenario 10: before a session a delegate reads by field what came, what was sent on, and the clocks of 7 and 5 days. */
class SessionDigestIT {
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode OTHER = new UnitCode("GL-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("thu", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer DELEGATE = CaseHouse.viewer("db", Role.DELEGATE, Optional.of(COMMUNE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(OTHER, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber sent(int i, UnitCode unit) {
        TicketNumber ticket = house.feedback(new PhoneNumber("+8491234567" + i), "duong thon " + i + " o ga rat to");
        SortCases desk = house.get(SortCases.class);
        done(desk.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        done(desk.route(house.grip(HOA, ticket), unit));
        return ticket;
    }

    private Digest digest(Viewer viewer) {
        return page(viewer, 1);
    }

    private void answer(TicketNumber ticket) {
        WorkCases work = house.get(WorkCases.class);
        done(work.accept(house.grip(OFFICER, ticket)));
        done(work.answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
    }

    @Test
    void scenario10DigestShouldTellByFieldWhatIsUnansweredAndWhatIsOwedAfterAnAnswer() {
        List<TicketNumber> own = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            own.add(sent(i, COMMUNE));
        }
        TicketNumber foreign = sent(7, OTHER);
        house.register(new PhoneNumber("+84912345679"), ComplaintKind.DENUNCIATION, "can bo doi tien");
        house.clock().advance(Duration.ofMinutes(10));
        assertThat(house.run("complaint.release")).isEqualTo(7);
        house.clock().set(CaseHouse.vietnam("2026-08-05T09:00"));
        answer(own.get(0));
        house.clock().set(CaseHouse.vietnam("2026-08-14T09:00"));
        Digest digest = digest(DELEGATE);
        assertThat(digest.fields()).singleElement().satisfies(line -> {
            assertThat(line.received()).as("six, told in fives").isEqualTo(5);
            assertThat(line.overdue()).as("five late").isEqualTo(5);
        });
        assertThat(digest.transfers())
                .extracting(Transfer::ticket)
                .containsExactlyInAnyOrderElementsOf(
                        own.stream().map(TicketNumber::digits).toList())
                .doesNotContain(foreign.digits());
        assertThat(house.get(DelegateBoard.class).committees()).containsExactly("PC", "KTNS", "VHXH", "DT");
        assertThat(followed("KTNS")).as("roads").isEqualTo(digest.transfers());
        assertThat(followed("PC")).isEmpty();
        clocks(digest);
        assertThat(digest.toString()).doesNotContain("912345", "o ga", "duong thon", "tien");
        others();
    }

    @Test
    void whatIsWorkedOnAgainIsNoAnsweredCaseToADelegate() {
        TicketNumber ticket = sent(1, COMMUNE);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        answer(ticket);
        Viewer province = CaseHouse.viewer("dbt", Role.DELEGATE, Optional.of(PROVINCE));
        assertThat(digest(province).transfers()).extracting(Transfer::after).allMatch(Optional::isPresent);
        house.tx(ComplaintStatus.class, all -> all.satisfied(ticket, new PhoneNumber("+84912345671"), false));
        assertThat(house.state(ticket)).isEqualTo(ComplaintStatus.State.MO_LAI);
        house.clock().set(CaseHouse.vietnam("2026-09-04T09:00"));
        assertThat(digest(province).transfers()).singleElement().satisfies(again -> {
            assertThat(again.after()).as("its second answer is owed").isEmpty();
            assertThat(again.daysLeft()).isNegative();
        });
    }

    private Optional<Reason> put(Viewer viewer, TicketNumber ticket) {
        return house.get(QuestionMarks.class).mark(viewer, ticket);
    }

    private static List<String> questions(Digest digest) {
        return digest.questions().stream().map(Transfer::ticket).toList();
    }

    @Test
    void delegatesOfAnAreaPutItsCasesForwardForQuestioning() {
        TicketNumber own = sent(1, COMMUNE);
        TicketNumber foreign = sent(2, OTHER);
        TicketNumber sealed = house.register(
                        new PhoneNumber("+84912345679"), ComplaintKind.DENUNCIATION, "can bo doi tien")
                .ticket();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(put(DELEGATE, own)).isEmpty();
        assertThat(put(DELEGATE, own)).as("again").isEmpty();
        for (TicketNumber hidden : List.of(foreign, sealed, new TicketNumber("99999992"))) {
            assertThat(put(DELEGATE, hidden)).map(Reason::code).contains("question.unknown");
        }
        assertThat(put(HOA, own)).as("the desk").map(Reason::code).contains("question.unknown");
        Viewer second = CaseHouse.viewer("db2", Role.DELEGATE, Optional.of(COMMUNE));
        assertThat(questions(digest(second))).as("one list of the area").containsExactly(own.digits());
        Viewer province = CaseHouse.viewer("dbt", Role.DELEGATE, Optional.of(PROVINCE));
        assertThat(questions(digest(province))).as("another area's list").isEmpty();
        answer(own);
        assertThat(questions(digest(DELEGATE))).as("whatever became of it").containsExactly(own.digits());
        QuestionMarks marks = house.get(QuestionMarks.class);
        assertThat(marks.unmark(province, own)).map(Reason::code).contains("question.unknown");
        assertThat(marks.unmark(second, own)).isEmpty();
        assertThat(questions(digest(DELEGATE))).isEmpty();
        longListsShouldGoOnOnTheNextPage(own);
    }

    private void longListsShouldGoOnOnTheNextPage(TicketNumber answered) {
        multiply(answered, 251);
        house.sql("update complaint set answered_on = null, state = 'DANG_XU_LY', due = '2026-12-31' where id = 251");
        pagesShouldHaveOneOf(false, "who answered first displaces nobody who owes");
        house.sql("update complaint set state = if(answered_on is null, 'DA_TRA_LOI', 'DANG_XU_LY'),"
                + " answered_on = if(answered_on is null, '2026-08-05', null) where id <= 251 or ticket = '"
                + answered.digits() + "'");
        pagesShouldHaveOneOf(true, "who owes first displaces nobody who answered");
        house.sql("insert into complaint_question (complaint_id, area, marked_by, marked_at)"
                + " select id, 'KS-UBND', 'db', '2026-08-03' from complaint where id <= 201");
        assertThat(page(DELEGATE, 1).questions()).as("the list has an end").hasSize(DelegateBoard.LISTED);
    }

    private void pagesShouldHaveOneOf(boolean answered, String why) {
        Digest first = page(DELEGATE, 1);
        Digest second = page(DELEGATE, 2);
        assertThat(first.page()).isEqualTo(new DelegateBoard.Part(1, true));
        assertThat(first.transfers())
                .as(why)
                .hasSize(201)
                .filteredOn(one -> one.after().isPresent() == answered)
                .hasSize(1);
        assertThat(second.page()).isEqualTo(new DelegateBoard.Part(2, false));
        assertThat(second.transfers()).hasSize(51).doesNotContainAnyElementsOf(first.transfers());
    }

    private List<Transfer> followed(String committee) {
        return house.get(DelegateBoard.class)
                .of(DELEGATE, wanted(committee, 1))
                .orElseThrow()
                .transfers();
    }

    private static Wanted wanted(String committee, int page) {
        return new Wanted(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), committee, page);
    }

    private Digest page(Viewer viewer, int page) {
        return house.house()
                .get(DelegateBoard.class)
                .of(viewer, wanted("", page))
                .orElseThrow();
    }

    /** So many more of the same, in rows from 1. */
    private void multiply(TicketNumber ticket, int more) {
        String others = String.join(
                ", ",
                house.house()
                        .schema()
                        .column("select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = 'complaint' and column_name not in ('id', 'ticket')"
                                + " and generation_expression is null"));
        house.sql("insert into complaint (id, ticket, " + others
                + ") with recursive s (n) as (select 1 union all select n + 1"
                + " from s where n < " + more + ") select s.n, 20000000 + s.n, " + others
                + " from complaint join s where ticket = '"
                + ticket.digits() + "'");
    }

    private static void clocks(Digest digest) {
        assertThat(digest.transfers())
                .filteredOn(one -> one.after().isEmpty())
                .hasSize(5)
                .allSatisfy(one -> {
                    assertThat(one.sentOn()).isEqualTo(LocalDate.of(2026, 8, 3));
                    assertThat(one.due()).isEqualTo(LocalDate.of(2026, 8, 12));
                    assertThat(one.daysLeft()).as("two working days late").isEqualTo(-2);
                });
        assertThat(digest.transfers())
                .filteredOn(one -> one.after().isPresent())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.after().orElseThrow().reportBy())
                            .as("7 working days, Law on Citizen Reception art. 28")
                            .isEqualTo(LocalDate.of(2026, 8, 14));
                    assertThat(one.after().orElseThrow().tellBy())
                            .as("5 working days, art. 27")
                            .isEqualTo(LocalDate.of(2026, 8, 12));
                });
    }

    private void others() {
        assertThat(digest(CaseHouse.viewer("dbt", Role.DELEGATE, Optional.of(PROVINCE)))
                        .transfers())
                .as("the whole province")
                .hasSize(7);
        Viewer leader = CaseHouse.viewer("ld", Role.LEADER, Optional.of(PROVINCE));
        assertThat(house.house().get(DelegateBoard.class).of(leader, wanted("", 1)))
                .isEmpty();
    }
}
