package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.Satisfaction;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.jpa.SqlErasedWords;
import vn.mscore.hotline.complaint.life.CloseUnanswered;
import vn.mscore.hotline.complaint.life.DecidedAtOnce;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackBook.Outcome;

class LifeOfATicketIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final PhoneNumber LANDLINE = new PhoneNumber("+842333851234");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");

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

    private void route(TicketNumber ticket, String category) {
        new DecidedAtOnce(house.house()).route(ticket, ComplaintKind.FEEDBACK, category, COMMUNE);
    }

    private void answer(TicketNumber ticket) {
        new DecidedAtOnce(house.house()).answer(ticket, "Đã vá đường ngày 10/8.");
    }

    private Optional<Satisfaction> satisfied(TicketNumber ticket, PhoneNumber phone, boolean yes) {
        return house.tx(ComplaintStatus.class, s -> s.satisfied(ticket, phone, yes));
    }

    private State state(TicketNumber ticket) {
        return house.status(ticket, LAN).orElseThrow().state();
    }

    private TicketNumber answered() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        route(ticket, "GTDB");
        answer(ticket);
        return ticket;
    }

    @Test
    void ticketShouldBeRoutedAnsweredAndClosedByASatisfiedCitizen() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        route(ticket, "GTDB");
        ComplaintStatus.View routed = house.status(ticket, LAN).orElseThrow();
        assertThat(routed.state()).isEqualTo(State.DA_CHUYEN);
        assertThat(routed.routedTo()).isPresent();
        assertThat(routed.routedOn()).contains(house.workingDays(0));
        assertThat(routed.due()).as("7 working days").isEqualTo(house.workingDays(7));
        answer(ticket);
        assertThat(state(ticket)).isEqualTo(State.DA_TRA_LOI);
        assertThat(satisfied(ticket, MINH, true)).as("a stranger").isEmpty();
        assertThat(satisfied(ticket, LAN, true)).map(Satisfaction::reopened).contains(false);
        assertThat(state(ticket)).isEqualTo(State.DONG);
        assertThat(house.facts(ComplaintMoved.class))
                .extracting(ComplaintMoved::move)
                .containsExactly(Move.ROUTED, Move.ANSWERED);
        assertThat(log()).isEqualTo("-MOI MOI-MOI MOI-DA_CHUYEN DA_CHUYEN-DA_TRA_LOI DA_TRA_LOI-DONG");
    }

    private String log() {
        return house.house()
                .tx(() -> String.join(
                        " ",
                        house.house()
                                .get(Sql.class)
                                .rows(
                                        "select concat(ifnull(from_state, ''), '-', to_state) as step from complaint_event"
                                                + " order by id",
                                        row -> row.text("step"))));
    }

    @Test
    void dissatisfiedCitizenShouldReopenItOneLevelUpAtMostTwice() {
        TicketNumber ticket = answered();
        Satisfaction first = satisfied(ticket, LAN, false).orElseThrow();
        assertThat(first).isEqualTo(new Satisfaction(true, house.workingDays(10)));
        assertThat(state(ticket)).isEqualTo(State.MO_LAI);
        assertThat(house.count("complaint where unit = 'QT-UBND' and level = 1"))
                .isEqualTo(1);
        answer(ticket);
        assertThat(satisfied(ticket, LAN, false)).map(Satisfaction::reopened).contains(true);
        answer(ticket);
        assertThat(satisfied(ticket, LAN, false)).map(Satisfaction::reopened).contains(false);
        assertThat(state(ticket)).isEqualTo(State.DONG);
        assertThat(house.facts(ComplaintMoved.class).stream()
                        .filter(fact -> fact.move() == Move.REOPENED)
                        .count())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "done: {0}")
    @CsvSource({"true, TRUNG, satisfied-told", "false, MO_LAI, unsatisfied-told"})
    void whatTheCitizenOfAMergedCaseTellsTheDeskCountsAsWhatHeSaysHimself(boolean yes, State after, String deed) {
        TicketNumber head = house.feedback(LAN, "duong o ga");
        TicketNumber own = house.feedback(LANDLINE, "duong o ga truoc truong");
        route(head, "GTDB");
        CaseHouse.done(house.get(CaseBonds.class).merge(house.grip(HOA, own), head));
        EndCases desk = house.get(EndCases.class);
        assertThat(said(desk, own, yes)).as("nobody asked him yet").isEqualTo("case.not-asked");
        answer(head);
        assertThat(said(desk, own, yes)).isEqualTo("done");
        assertThat(house.state(own)).as("it may still be taken back").isEqualTo(State.TRUNG);
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(house.state(own)).isEqualTo(after);
        assertThat(house.state(head)).as("nobody else's moves").isEqualTo(State.DA_TRA_LOI);
        assertThat(house.count("complaint_event where actor = 'hoa' and deed = '" + deed + "'"))
                .isEqualTo(1);
        assertThat(house.<EndCases, Boolean>tx(EndCases.class, ends -> ends.reopenable(own) && ends.closable(own)))
                .as("asked once, unless it is worked on by itself again")
                .isEqualTo(!yes);
    }

    private String said(EndCases desk, TicketNumber own, boolean yes) {
        Grip grip = house.grip(HOA, own);
        return CaseHouse.code(yes ? desk.close(grip) : desk.reopen(grip, "Ong noi qua dien thoai: chua va"));
    }

    @Test
    void verdictShouldNotMoveATicketThatWasSealedSinceItsAnswer() {
        TicketNumber ticket = answered();
        house.tx(RegisterComplaint.class, r -> r.addText(ticket, LAN, "can bo doi tien moi va", "sms:2:modem"));
        assertThat(satisfied(ticket, LAN, true)).isEmpty();
        assertThat(satisfied(ticket, LAN, false)).isEmpty();
        assertThat(state(ticket)).isEqualTo(State.DA_TRA_LOI);
        assertThat(house.status(ticket, LAN).orElseThrow().secret()).isTrue();
        assertThat(house.facts(ComplaintMoved.class))
                .extracting(ComplaintMoved::move)
                .containsExactly(Move.ROUTED, Move.ANSWERED);
    }

    @ParameterizedTest(name = "erased since: {0}")
    @CsvSource({"false, MOI", "true, TRUNG"})
    void whoFollowedACaseThatIsSealedIsWorkedOnByItselfUnlessNothingIsLeftOfHim(boolean erased, State after) {
        TicketNumber head = house.feedback(LAN, "duong o ga");
        TicketNumber follower = house.feedback(MINH, "o ga truoc truong");
        CaseHouse.done(house.get(CaseBonds.class).merge(house.grip(HOA, follower), head));
        house.tx(Complaints.class, all -> {
            long id = all.find(follower).orElseThrow().id();
            if (erased) {
                house.get(SqlErasedWords.class).erase(id);
            }
            all.hide(all.find(head).orElseThrow(), "gateway");
            return id;
        });
        assertThat(house.state(follower)).isEqualTo(after);
        assertThat(house.count("complaint_merge")).as("of neither").isZero();
    }

    @Test
    void answerNobodyRepliedToShouldCloseTheTicketAfterTenWorkingDays() {
        TicketNumber ticket = answered();
        CloseUnanswered job = house.house().get(CloseUnanswered.class);
        house.clock().advance(Duration.ofDays(14));
        assertThat(job.run()).as("Monday 17 August, the tenth working day").isZero();
        house.clock().advance(Duration.ofDays(1));
        assertThat(job.run()).isEqualTo(1);
        assertThat(job.run()).isZero();
        assertThat(state(ticket)).isEqualTo(State.DONG);
    }

    @ParameterizedTest(name = "{0}: {2} days after the answer")
    @CsvSource({
        "nobody called him yet, , 40, DA_TRA_LOI answer",
        "three tries in vain, NOT_REACHED, 14, DA_TRA_LOI answer-missed",
        "three tries in vain, NOT_REACHED, 15, DONG not-reached",
        "the number of somebody else, WRONG_NUMBER, 15, DONG not-reached",
        "nobody may call abroad, , 15, DONG not-reached",
        "needs nothing on the seventh day, NO_NEED, 20, DA_TRA_LOI answer-heard",
        "needs nothing on the seventh day, NO_NEED, 21, DONG no-reply",
        "read to him on the seventh day, REACHED, 20, DA_TRA_LOI answer-heard",
        "read to him on the seventh day (22 August is worked), REACHED, 21, DONG no-reply",
    })
    void whoGetsNoTextsIsSilentFromTheDayAPersonAskedHim(String name, Outcome outcome, int days, String last) {
        PhoneNumber phone = name.endsWith("abroad") ? new PhoneNumber("+85620555123") : LANDLINE;
        TicketNumber ticket = house.feedback(phone, "duong o ga");
        route(ticket, "GTDB");
        answer(ticket);
        Instant answered = house.clock().instant();
        house.clock().advance(Duration.ofDays(7));
        for (int call = 0; call < 3 && outcome != null; call++) {
            called(outcome);
            house.clock().advance(Duration.ofDays(1));
        }
        house.clock().advance(Duration.between(house.clock().instant(), answered.plus(Duration.ofDays(days))));
        house.run("complaint.close-unanswered");
        List<CaseLog.Entry> log = house.tx(CaseLog.class, all -> all.of(ticket));
        assertThat(house.state(ticket) + " " + log.get(log.size() - 1).deed()).isEqualTo(last);
        assertThat(satisfied(ticket, phone, false))
                .as("heard whenever he comes back")
                .isPresent();
    }

    private void called(Outcome outcome) {
        house.tx(CallbackBook.class, book -> book.waiting(LocalDate.EPOCH, 0, 1).stream()
                .filter(wish -> book.done(wish.id(), outcome, "hoa"))
                .count());
    }

    @Test
    void row40UrgentTicketShouldNeverBeClosedByTheClock() {
        TicketNumber ticket = house.feedback(LAN, "ho doa giet toi");
        route(ticket, "ANTT");
        answer(ticket);
        house.clock().advance(Duration.ofDays(60));
        assertThat(house.house().get(CloseUnanswered.class).run()).isZero();
        assertThat(state(ticket)).isEqualTo(State.DA_TRA_LOI);
    }
}
