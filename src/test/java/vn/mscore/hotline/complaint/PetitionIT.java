package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.Petitions.Petition;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.complaint.Petitions.Step;
import vn.mscore.hotline.complaint.clock.Courses;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Scenario 4: a khiếu nại begins with the signed paper. */
class PetitionIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode RECEPTION = new UnitCode("H50-BTCD");
    private static final Viewer DESK = viewer(Role.OPERATOR);

    private CaseHouse house;
    private TicketNumber ticket;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-14T09:30");
        house.unit(RECEPTION, Optional.empty());
        ticket = house.register(LAN, ComplaintKind.COMPLAINT, "khong dong y quyet dinh thu hoi dat")
                .ticket();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Viewer viewer(Role role) {
        return new Viewer(7, "minh", "Minh", role, Optional.of(RECEPTION), false);
    }

    private Petition petition() {
        Optional<Petition> found = house.tx(Petitions.class, p -> p.of(DESK, ticket));
        return found.orElseThrow();
    }

    private Grip grip(Viewer viewer) {
        return house.grip(viewer, ticket);
    }

    private Optional<String> refusal(Function<Petitions, Optional<Reason>> deed) {
        return house.tx(Petitions.class, deed).map(Reason::code);
    }

    @Test
    void clockOfTheLawShouldBeginWithTheSignedPaperOnly() {
        assertThat(petition().step()).isEqualTo(Step.NEW);
        LocalDate learned = LocalDate.of(2026, 6, 1);
        assertThat(refusal(p -> p.guided(grip(DESK), new Guidance(Optional.of(learned), "QĐ 12/QĐ-UBND"))))
                .isEmpty();
        assertThat(petition().lastDay()).as("90 days").contains(LocalDate.of(2026, 8, 30));
        Appointment appointment = new Appointment(RECEPTION, LocalDate.of(2026, 8, 20), LocalTime.of(8, 30));
        assertThat(refusal(p -> p.book(grip(DESK), appointment))).isEmpty();
        assertThat(petition().step()).isEqualTo(Step.BOOKED);
        assertThat(petition().acceptBy()).as("no paper, no clock").isEmpty();
        assertThat(house.facts(PetitionBooked.class)).singleElement().satisfies(fact -> assertThat(fact.at())
                .isEqualTo(LocalTime.of(8, 30)));
        assertThat(house.count("sms_outbox")).as("receipt T20 and T80").isEqualTo(2);
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.accepted(grip(DESK), new Acceptance(today(), false, false))))
                .contains("petition.order");
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(petition().acceptBy()).as("7 working days").contains(house.workingDays(7));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).contains("petition.order");
        assertThat(refusal(p -> write(p, "guided", grip(DESK)))).isEmpty();
        assertThat(refusal(p -> p.accepted(grip(DESK), new Acceptance(today(), true, true, true))))
                .isEmpty();
        assertThat(refusal(p -> write(p, "guided", grip(DESK)))).contains("petition.order");
        assertThat(petition().settleBy())
                .as("complex, remote, the second one: 70 days")
                .contains(LocalDate.of(2026, 10, 29));
    }

    @Test
    void whoIsNamedInFullByTheCitizenNeitherReadsItNorDoesAnything() {
        boolean added = house.tx(
                RegisterComplaint.class,
                all -> all.addText(ticket, LAN, "bà NGUYEN thi Hoà ký quyết định đó", "sms:2:modem"));
        assertThat(added).isTrue();
        Viewer named = new Viewer(8, "hoa", "Nguyễn Thị Hòa", Role.OPERATOR, Optional.of(RECEPTION), false);
        Optional<Petition> read = house.tx(Petitions.class, p -> p.of(named, ticket));
        assertThat(read).isEmpty();
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(named), today()))).contains("case.own-name");
        assertThat(house.count("audit_line where deed = 'case.blocked'")).isEqualTo(2);
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
    }

    @Test
    void citizensWordChangesNothingOnceTheSignedPaperCame() {
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(chooses(ComplaintKind.SUGGESTION)).isFalse();
        assertThat(house.count("complaint where kind = 'COMPLAINT'")).isEqualTo(1);
        assertThat(chooses(ComplaintKind.COMPLAINT)).as("it is one").isTrue();
    }

    private boolean chooses(ComplaintKind kind) {
        return house.<RegisterComplaint, Boolean>tx(RegisterComplaint.class, all -> all.decideKind(ticket, LAN, kind));
    }

    @Test
    void caseAndQueueShouldTellTheClockOfTheLawFromThePaperOn() {
        house.clock().advance(Duration.ofDays(6));
        assertThat(row().step()).as("guidance is owed").isNotEqualTo(Optional.of(CaseClock.Step.PETITION_ACCEPT));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(row().step()).contains(CaseClock.Step.PETITION_ACCEPT);
        assertThat(queueDay()).isEqualTo(petition().acceptBy().orElseThrow());
        assertThat(refusal(p -> p.accepted(grip(DESK), new Acceptance(today(), false, false))))
                .isEmpty();
        assertThat(row().step()).contains(CaseClock.Step.PETITION_SETTLE);
        assertThat(queueDay()).isEqualTo(petition().settleBy().orElseThrow()).isEqualTo("2026-09-21");
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(DESK, ticket));
        assertThat(view.orElseThrow().due()).isEqualTo("2026-09-21");
        assertThat(house.house().schema().column("select due from complaint"))
                .as("what citizens, leaders and delegates are told")
                .containsExactly("2026-09-21");
    }

    private Optional<ComplaintStatus.View> status() {
        return house.status(ticket, LAN);
    }

    @Test
    void citizenShouldBeToldTheStepAndTheDayOfTheCasePage() {
        assertThat(status().flatMap(ComplaintStatus.View::petition)).as("T20").isEmpty();
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(status().flatMap(ComplaintStatus.View::petition)).contains(CaseClock.Step.PETITION_ACCEPT);
        assertThat(refusal(p -> p.accepted(grip(DESK), new Acceptance(today(), false, false))))
                .isEmpty();
        assertThat(status().flatMap(ComplaintStatus.View::petition)).contains(CaseClock.Step.PETITION_SETTLE);
        assertThat(status().map(ComplaintStatus.View::due)).isEqualTo(petition().settleBy());
    }

    @Test
    void extensionAndPauseOfTheFirstPromiseShouldEndWithTheRefusalOfThePaper() {
        course((courses, complaint) -> courses.extend(complaint, 30));
        course((courses, complaint) -> courses.pause(complaint, "minh"));
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(refusal(p -> p.notAccepted(grip(DESK), new Refusal(today(), "CHU_KY", ""))))
                .isEmpty();
        assertThat(status().map(ComplaintStatus.View::due)).contains(house.workingDays(2));
        assertThat(house.house().schema().column("select paused from complaint"))
                .containsExactly("0");
        int extended = house.tx(
                Courses.class, courses -> courses.of(ticket).orElseThrow().extendedDays());
        assertThat(extended).as("the new promise has its own extension").isZero();
    }

    @Test
    void pauseOfTheFirstPromiseShouldNotLengthenGuidanceThatIsOwedFromADayBefore() {
        course((courses, complaint) -> courses.pause(complaint, "minh"));
        house.clock().advance(Duration.ofDays(6));
        LocalDate guide = house.workingDays(2);
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        house.clock().advance(Duration.ofDays(8));
        assertThat(refusal(p -> p.notAccepted(grip(DESK), new Refusal(today(), "CHU_KY", ""))))
                .isEmpty();
        assertThat(status().map(ComplaintStatus.View::due)).contains(guide);
        assertThat(queueDay()).isEqualTo(guide);
    }

    private void course(BiConsumer<Courses, Complaint> change) {
        Complaint complaint = house.tx(Complaints.class, all -> all.find(ticket).orElseThrow());
        house.tx(Courses.class, courses -> {
            change.accept(courses, complaint);
            return complaint;
        });
    }

    @Test
    void secondPaperThatIsLateShouldBeToldUpTheLadderAgain() {
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        long first = toldAfterDays(30);
        assertThat(first).isPositive();
        assertThat(refusal(p -> p.notAccepted(grip(DESK), new Refusal(today(), "CHU_KY", ""))))
                .isEmpty();
        assertThat(refusal(p -> p.paper(grip(DESK), today().plusDays(30)))).isEmpty();
        assertThat(toldAfterDays(0)).as("not at once").isEqualTo(first);
        assertThat(toldAfterDays(30)).isEqualTo(2 * first);
        assertThat(toldAfterDays(1)).as("each once").isEqualTo(2 * first);
    }

    private long toldAfterDays(int days) {
        house.clock().advance(Duration.ofDays(days));
        house.run("complaint.escalate");
        return Long.parseLong(house.house()
                .schema()
                .column("select count(*) from complaint_escalation where step = 'PETITION_ACCEPT'")
                .get(0));
    }

    @Test
    void refusedPaperShouldBringGuidanceAnewAndAnotherPaperItsOwnTerm() {
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        Refusal unsigned = new Refusal(today(), "CHU_KY", "Trang cuối để trống.");
        assertThat(refusal(p -> p.notAccepted(grip(DESK), unsigned))).isEmpty();
        assertThat(row().step()).contains(CaseClock.Step.PETITION_GUIDE);
        LocalDate guide = house.workingDays(2);
        assertThat(guide).as("a swapped Saturday").isEqualTo("2026-08-22");
        assertThat(queueDay()).as("and not the promise of the first day").isEqualTo(guide);
        assertThat(status().map(ComplaintStatus.View::due)).contains(guide);
        assertThat(status().flatMap(ComplaintStatus.View::petition)).contains(CaseClock.Step.PETITION_GUIDE);
        assertThat(house.house().schema().column("select due from complaint"))
                .as("what leaders and delegates are told")
                .containsExactly("2026-08-22");
        assertThat(refusal(p -> p.paper(grip(DESK), today().minusDays(1))))
                .as("before the refusal")
                .contains("petition.day");
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).as("signed now").isEmpty();
        assertThat(petition().step()).isEqualTo(Step.ON_PAPER);
        assertThat(petition().refusal()).isEmpty();
        assertThat(row().step()).contains(CaseClock.Step.PETITION_ACCEPT);
        assertThat(queueDay()).isEqualTo(petition().acceptBy().orElseThrow());
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(DESK, ticket));
        assertThat(view.orElseThrow().notes()).singleElement().satisfies(note -> assertThat(note.text())
                .isEqualTo("Đơn trước không được thụ lý ngày 20/08/2026: đơn không có chữ ký hoặc điểm chỉ"
                        + " (Điều 11 khoản 5). Trang cuối để trống."));
    }

    @ParameterizedTest
    @CsvSource({
        "guided, Hướng dẫn đã ghi trước đó: biết quyết định ngày 01/06/2026. QĐ 12/QĐ-UBND",
        "booked, 'Lịch hẹn trước đó: 08:30 ngày 20/08/2026, UBND H50-BTCD.'",
        "paper,",
    })
    void whoWritesSecondOnAnOldPageIsRefusedAndNothingOfTheFirstIsLost(String step, String kept) {
        Viewer hoa = new Viewer(9, "hoa", "Hoa", Role.OPERATOR, Optional.of(RECEPTION), false);
        Guidance first = new Guidance(Optional.of(LocalDate.of(2026, 6, 1)), "QĐ 12/QĐ-UBND");
        Appointment meeting = new Appointment(RECEPTION, today(), LocalTime.of(8, 30));
        assertThat(refusal(p -> p.guided(grip(DESK), first))).isEmpty();
        Grip old = grip(hoa);
        assertThat(refusal(p -> p.book(grip(DESK), meeting))).isEmpty();
        assertThat(refusal(p -> write(p, step, old))).contains("case.moved-on");
        assertThat(petition().guidance()).isEqualTo(first);
        assertThat(petition().appointment()).contains(meeting);
        assertThat(house.facts(PetitionBooked.class)).as("told once").hasSize(1);
        assertThat(refusal(p -> write(p, step, grip(hoa)))).as("having read it").isEmpty();
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(DESK, ticket));
        assertThat(view.orElseThrow().notes())
                .map(CaseNotes.Note::text)
                .isEqualTo(Stream.ofNullable(kept).toList());
        assertThat(house.logs().whole()).isTrue();
    }

    private Optional<Reason> write(Petitions petitions, String step, Grip grip) {
        return switch (step) {
            case "guided" -> petitions.guided(grip, new Guidance(Optional.empty(), "QĐ 21"));
            case "booked" -> petitions.book(grip, new Appointment(RECEPTION, today(), LocalTime.of(9, 0)));
            default -> petitions.paper(grip, LocalDate.of(2026, 8, 14));
        };
    }

    private LocalDate queueDay() {
        return house.tx(CaseList.class, list -> list.row(DESK, ticket))
                .orElseThrow()
                .due();
    }

    private CaseRow row() {
        return house.tx(CaseList.class, list -> list.row(DESK, ticket))
                .flatMap(QueueItem::row)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Sunday night, 2026-08-23T23:00, petition.hours",
        "Saturday, 2026-08-29T09:00, petition.hours",
        "2 September, 2026-09-02T09:00, petition.hours",
        "noon, 2026-08-20T12:00, petition.hours",
        "after hours, 2026-08-20T17:00, petition.hours",
        "this morning that is over, 2026-08-14T08:00, petition.day",
        "working Saturday, 2026-08-22T09:00, ",
        "in the morning, 2026-08-20T07:30, ",
        "in the afternoon, 2026-08-20T16:30, ",
    })
    void appointmentShouldBeWithinTheHoursOfItsOffice(String name, LocalDateTime at, String code) {
        Appointment appointment = new Appointment(RECEPTION, at.toLocalDate(), at.toLocalTime());
        assertThat(refusal(p -> p.book(grip(DESK), appointment))).isEqualTo(Optional.ofNullable(code));
        assertThat(petition().appointment().isPresent()).isEqualTo(code == null);
    }

    private LocalDate today() {
        return LocalDate.of(2026, 8, 20);
    }

    @Test
    void groundOfTheLawShouldBeToldAndPrintedAndDecidedOnce() {
        Refusal late = new Refusal(today(), "THOI_HIEU", "Quyết định nhận ngày 01/02/2026.");
        assertThat(refusal(p -> p.notAccepted(grip(DESK), late)))
                .as("no paper yet")
                .contains("petition.order");
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(refusal(p -> p.notAccepted(grip(DESK), new Refusal(today(), "KHONG_THICH", ""))))
                .contains("petition.ground");
        assertThat(refusal(p -> p.notAccepted(grip(DESK), new Refusal(today().plusDays(1), "THOI_HIEU", ""))))
                .contains("petition.day");
        assertThat(refusal(p -> p.notAccepted(grip(DESK), late))).isEmpty();
        assertThat(petition().step()).isEqualTo(Step.NOT_ACCEPTED);
        assertThat(petition().refusal()).contains(late);
        assertThat(petition().acceptBy()).as("decided").isEmpty();
        assertThat(house.facts(PetitionNotAccepted.class)).singleElement().satisfies(fact -> assertThat(fact.ground())
                .isEqualTo("hết thời hiệu, thời hạn khiếu nại (Điều 11 khoản 6)"));
        assertThat(house.count("sms_outbox")).as("receipt T20 and T81").isEqualTo(2);
        assertThat(refusal(p -> p.notAccepted(grip(DESK), late))).contains("petition.order");
        assertThat(refusal(p -> p.accepted(grip(DESK), new Acceptance(today(), false, false))))
                .contains("petition.order");
    }

    @Test
    void termsShouldFollowTheCalendar() {
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        assertThat(petition().acceptBy()).contains(LocalDate.of(2026, 8, 28));
        house.house()
                .get(vn.mscore.hotline.calendar.LaidCalendars.class)
                .lay(new vn.mscore.hotline.calendar.TableCalendars.Table(
                        "storm", List.of("unit,day,hours,why", ",2026-08-24,closed,bão")));
        assertThat(petition().acceptBy()).contains(LocalDate.of(2026, 9, 3));
    }

    @Test
    void impossibleDaysAndPlacesShouldBeRefused() {
        Appointment yesterday = new Appointment(RECEPTION, LocalDate.of(2026, 8, 13), LocalTime.NOON);
        assertThat(refusal(p -> p.book(grip(DESK), yesterday))).contains("petition.day");
        Appointment nowhere = new Appointment(new UnitCode("X"), LocalDate.of(2026, 8, 20), LocalTime.NOON);
        assertThat(refusal(p -> p.book(grip(DESK), nowhere))).contains("complaint.unit");
        assertThat(refusal(p -> p.paper(grip(DESK), LocalDate.of(2026, 8, 15)))).contains("petition.day");
        LocalDate future = LocalDate.of(2026, 9, 1);
        assertThat(refusal(p -> p.guided(grip(DESK), new Guidance(Optional.of(future), ""))))
                .contains("petition.day");
    }

    @Test
    void otherRolesAndOtherKindsShouldMeetTheSameNothing() {
        TicketNumber feedback = house.feedback(LAN, "duong o ga");
        assertThat(refusal(p -> p.paper(new Grip(DESK, feedback, 1), LocalDate.of(2026, 8, 14))))
                .contains("petition.unknown");
        for (Role role : Role.values()) {
            boolean desk = role == Role.OPERATOR;
            Optional<Petition> seen = house.tx(Petitions.class, p -> p.of(viewer(role), ticket));
            assertThat(seen.isPresent()).as(role.name()).isEqualTo(desk);
        }
    }

    @Test
    void whoIsRelatedWithTheOfficeShouldKeepOffAndTheRefusalBeWrittenDownWithItsGround() {
        house.sql("update complaint set unit = 'H50-BTCD', unit_name = 'x', unit_ascii = 'x'");
        Viewer related = new Viewer(77, "lien", "Liên", Role.OPERATOR, Optional.empty(), false);
        Optional<Reason> declared = house.tx(Interests.class, all -> all.declare(related, RECEPTION));
        assertThat(declared).isEmpty();
        house.clock().advance(Duration.ofDays(6));
        assertThat(refusal(p -> p.paper(grip(related), today()))).contains("case.own-interest");
        assertThat(refusal(p -> p.paper(grip(DESK), today()))).isEmpty();
        Refusal late = new Refusal(today(), "THOI_HIEU", "");
        assertThat(refusal(p -> p.notAccepted(grip(related), late))).contains("case.own-interest");
        assertThat(refusal(p -> p.notAccepted(grip(DESK), late))).isEmpty();
        assertThat(house.count("audit_line where deed = 'petition.refused' and reason = 'THOI_HIEU'"))
                .isEqualTo(1);
        assertThat(house.count("complaint_event where deed = 'petition.refused'"))
                .isEqualTo(1);
    }
}
