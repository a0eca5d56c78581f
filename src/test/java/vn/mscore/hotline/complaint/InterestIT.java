package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.workbench.DeskPage;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackCalls;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.Readouts;

/** R12: who is related with an office keeps off cases about it. */
class InterestIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode DIVISION = new UnitCode("KS-PKT");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer TUAN = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        house.unit(COMMUNE, Optional.empty());
        house.unit(DIVISION, Optional.of(COMMUNE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Optional<String> declare(UnitCode unit) {
        return house.tx(Interests.class, i -> i.declare(HOA, unit)).map(Reason::code);
    }

    private Optional<String> against(Viewer viewer, UnitCode... offices) {
        return house.tx(Interests.class, i -> i.against(viewer, List.of(offices)))
                .map(Reason::code);
    }

    @Test
    void relationWithAnOfficeShouldCoverThoseBelowAndNobodyElse() {
        assertThat(declare(new UnitCode("X"))).contains("complaint.unit");
        assertThat(declare(COMMUNE)).isEmpty();
        assertThat(against(HOA, DIVISION)).contains("case.own-interest");
        assertThat(against(HOA, COMMUNE)).contains("case.own-interest");
        assertThat(against(HOA)).isEmpty();
        assertThat(against(TUAN, DIVISION)).isEmpty();
        Optional<Reason> ended = house.tx(Interests.class, i -> i.end(HOA, COMMUNE));
        assertThat(ended).isEmpty();
        assertThat(against(HOA, DIVISION)).isEmpty();
        assertThat(house.count("complaint_interest where until is not null"))
                .as("ended, not deleted")
                .isEqualTo(1);
    }

    @Test
    void relationThatIsEndedShouldKeepOffForThirtyDaysMore() {
        assertThat(declare(COMMUNE)).isEmpty();
        house.clock().advance(Duration.ofHours(2));
        Optional<Reason> ended = house.tx(Interests.class, i -> i.end(HOA, COMMUNE));
        assertThat(ended).isEmpty();
        assertThat(against(HOA, DIVISION)).as("not lifted for one case").contains("case.own-interest");
        assertThat(ends()).containsExactly(Optional.of(house.clock().instant().plus(Interests.STAYS)));
        assertThat(declare(COMMUNE)).isEmpty();
        assertThat(ends()).as("declared again").containsExactly(Optional.empty());
        ended = house.tx(Interests.class, i -> i.end(HOA, COMMUNE));
        assertThat(ended).isEmpty();
        assertThat(against(HOA, DIVISION)).as("the new one alone ends at once").contains("case.own-interest");
        house.clock().advance(Interests.STAYS);
        assertThat(against(HOA, DIVISION)).as("thirty days later").isEmpty();
        assertThat(ends()).isEmpty();
    }

    private List<Optional<Instant>> ends() {
        return house.tx(Interests.class, i -> i.of(HOA)).stream()
                .map(Interests.Declared::ends)
                .toList();
    }

    @Test
    void officerShouldDeclareOtherOfficesButNotHisOwn() {
        UnitCode other = new UnitCode("GL-UBND");
        house.unit(other, Optional.empty());
        Viewer officer = CaseHouse.viewer("thu", vn.mscore.hotline.access.Role.OFFICER, Optional.of(DIVISION));
        for (UnitCode own : List.of(DIVISION, COMMUNE)) {
            Optional<Reason> refused = house.tx(Interests.class, i -> i.declare(officer, own));
            assertThat(refused).map(Reason::code).contains("interest.own-office");
        }
        Optional<Reason> declared = house.tx(Interests.class, i -> i.declare(officer, other));
        assertThat(declared).isEmpty();
        assertThat(against(officer, other)).contains("case.own-interest");
        assertThat(against(officer, DIVISION)).isEmpty();
    }

    @Test
    void caseAboutThatOfficeShouldBeRefusedAndTheTryWrittenDown() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        house.house().tx(() -> house.house()
                .get(vn.mscore.hotline.platform.Sql.class)
                .update("update complaint set unit = 'KS-PKT', unit_name = 'x', unit_ascii = 'x'"));
        assertThat(declare(COMMUNE)).isEmpty();
        int version = version(ticket);
        SortCases desk = house.house().get(SortCases.class);
        assertThat(desk.take(new Grip(HOA, ticket, version)).refusal())
                .map(Reason::code)
                .contains("case.own-interest");
        assertThat(house.count("audit_line where deed = 'case.blocked'")).isEqualTo(1);
        assertThat(desk.take(new Grip(TUAN, ticket, version)).refusal()).isEmpty();
    }

    private DeskPage desk(Viewer viewer) {
        House all = house.house();
        return new DeskPage(
                all.get(CallbackBook.class),
                all.get(CallbackCalls.class),
                all.get(Complaints.class),
                all.get(Impartial.class),
                all.get(LowScores.class),
                all.get(AuditTrail.class),
                all.get(ScreenEvents.class),
                null,
                Asked.by(viewer, Language.VI),
                all.get(InTransaction.class));
    }

    @Test
    void whoIsRelatedDoesNotSeeTheNumberOfWhoIsReadTheAnswerOfThatOffice() {
        PhoneNumber landline = new PhoneNumber("+842333123456");
        TicketNumber ticket = house.feedback(landline, "duong o ga");
        house.sql("update complaint set unit = 'KS-PKT', unit_name = 'x', unit_ascii = 'x'");
        assertThat(declare(COMMUNE)).isEmpty();
        house.house()
                .get(InTransaction.class)
                .run(() -> house.house().get(Readouts.class).book(landline, new Readout(Readout.Kind.ANSWER, ticket)));
        long wish = house.tx(CallbackBook.class, book -> book.waiting(LocalDate.EPOCH, 0, 1))
                .get(0)
                .id();
        // No server is here to say it, so what is thrown tells nothing: the trail does.
        assertThatThrownBy(() -> desk(HOA).reveal(wish)).as("refused").isNotNull();
        assertThatThrownBy(() -> desk(HOA).call(wish)).as("refused").isNotNull();
        assertThatThrownBy(() -> desk(HOA).called(wish)).as("refused").isNotNull();
        assertThat(house.count("audit_line where deed = 'case.blocked'")).isEqualTo(3);
        assertThat(house.count("audit_line where deed in ('phone.revealed', 'callback.called', 'callback.done')"))
                .isZero();
        assertThat(house.count("switchboard_callback where open_index is not null and calling is null"))
                .isEqualTo(1);
        assertThatThrownBy(() -> desk(TUAN).reveal(wish)).as("shown").isInstanceOf(NullPointerException.class);
        assertThat(house.count("audit_line where deed = 'phone.revealed'")).isEqualTo(1);
    }

    @Test
    void caseAboutThatOfficeShouldNotBeReadNorItsNumberSeenNorItsVoiceHeard() {
        String recording = "00000000-0000-4000-8000-000000000001";
        TicketNumber ticket = house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new RegisterComplaint.NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(LAN),
                                "",
                                Optional.empty(),
                                "recording:" + recording,
                                false)))
                .ticket();
        house.sql("update complaint set unit = 'KS-PKT', unit_name = 'x', unit_ascii = 'x'");
        assertThat(declare(COMMUNE)).isEmpty();
        assertThat(reads(HOA, ticket)).isFalse();
        assertThat(reads(TUAN, ticket)).isTrue();
        Optional<PhoneNumber> number = house.tx(CaseFile.class, file -> file.reveal(HOA, ticket));
        assertThat(number).isEmpty();
        Optional<TicketNumber> heard = house.tx(SpokenWords.class, words -> words.heardBy(HOA, recording));
        assertThat(heard).isEmpty();
        Optional<TicketNumber> heardByHim = house.tx(SpokenWords.class, words -> words.heardBy(TUAN, recording));
        assertThat(heardByHim).contains(ticket);
        assertThat(timeline(HOA)).isEmpty();
        assertThat(timeline(TUAN)).as("the case and the text about it").hasSize(2);
        assertThat(house.count("audit_line where deed = 'case.blocked'")).isEqualTo(4);
    }

    @Test
    void firstWordsOfACaseAboutThatOfficeShouldBeReadInNoList() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        house.sql("update complaint set unit = 'KS-PKT', unit_name = 'x', unit_ascii = 'x'");
        assertThat(declare(COMMUNE)).isEmpty();
        for (String typed : List.of("", ticket.digits())) {
            assertThat(titles(HOA, typed)).as(typed).containsExactly(Shown.WITHHELD);
            assertThat(titles(TUAN, typed)).as(typed).containsExactly("duong o ga");
        }
        for (String told : List.of("duong o ga", "0912345678")) {
            assertThat(titles(HOA, told))
                    .as("what finds it tells of it: " + told)
                    .isEmpty();
            assertThat(titles(TUAN, told)).as(told).containsExactly("duong o ga");
        }
        assertThat(house.count("audit_line where deed = 'case.blocked'"))
                .as("nothing was tried")
                .isZero();
    }

    @Test
    void suggestionsOfAnotherCaseShouldTellNothingOfACaseAboutThatOffice() {
        UnitCode place = new UnitCode("KS");
        UnitCode below = new UnitCode("KS-DC");
        house.unit("COMMUNE", place, Optional.empty());
        house.unit("DIVISION", below, Optional.of(place));
        TicketNumber earlier = house.feedback(LAN, "duong hong nang truoc truong");
        house.sql("update complaint set classified = true, state = 'DA_CHUYEN', unit = 'KS-DC', unit_name = 'x',"
                + " unit_ascii = 'x'");
        TicketNumber ticket = house.feedback(LAN, "duong hong nang lam");
        assertThat(declare(below)).isEmpty();
        assertThat(suggested(TUAN, ticket)).containsExactly("KS", "suggest.earlier-place", earlier.digits());
        assertThat(suggested(HOA, ticket)).containsExactly("-");
        assertThat(house.count("audit_line where deed = 'case.blocked'"))
                .as("nothing was tried")
                .isZero();
    }

    /** The office, what tells its place, and the cases that may be the same. */
    private List<String> suggested(Viewer viewer, TicketNumber ticket) {
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(viewer, ticket));
        Suggestions.Suggestion card = view.flatMap(CaseView::suggested).orElseThrow();
        Stream<String> places = card.why().stream().map(Suggestions.Why::code).filter(code -> code.endsWith("-place"));
        Stream<String> twins = card.twins().stream().map(twin -> twin.ticket().digits());
        return Stream.of(Stream.of(card.unit().map(UnitCode::value).orElse("-")), places, twins)
                .flatMap(part -> part)
                .toList();
    }

    /** Of the queue when nothing is typed. */
    private List<String> titles(Viewer viewer, String typed) {
        List<QueueItem> items = typed.isEmpty()
                ? house.tx(CaseList.class, list -> list.page(viewer, CaseFilter.of(Group.ALL), CaseCursor.START))
                        .items()
                : house.tx(CaseSearch.class, search -> search.find(viewer, typed, CaseList.PAGE));
        return items.stream().map(QueueItem::title).toList();
    }

    private boolean reads(Viewer viewer, TicketNumber ticket) {
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(viewer, ticket));
        return view.isPresent();
    }

    private List<TimelineLine> timeline(Viewer viewer) {
        return house.tx(
                Timeline.class, timeline -> timeline.ofNumber(viewer, LAN).lines());
    }

    private int version(TicketNumber ticket) {
        Optional<Complaint> found = house.tx(Complaints.class, c -> c.find(ticket));
        return found.orElseThrow().version();
    }
}
