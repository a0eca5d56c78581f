package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Correction;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.Petitions.Petition;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The signed paper of a khiếu nại has its clock whenever it comes, and nobody is late while it is waited for. */
class SignedPaperIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode RECEPTION = new UnitCode("H50-BTCD");
    private static final Viewer DESK = CaseHouse.viewer("minh", Role.OPERATOR, Optional.empty());
    private static final LocalDate REGISTERED = LocalDate.of(2026, 8, 14);

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

    private Optional<String> refusal(Function<Petitions, Optional<Reason>> deed) {
        return house.tx(Petitions.class, deed).map(Reason::code);
    }

    private Grip grip() {
        return house.grip(DESK, ticket);
    }

    private Petition petition() {
        Optional<Petition> found = house.tx(Petitions.class, all -> all.of(DESK, ticket));
        return found.orElseThrow();
    }

    private Optional<CaseClock.Step> told() {
        return house.status(ticket, LAN).flatMap(ComplaintStatus.View::petition);
    }

    private QueueItem queued() {
        return house.tx(CaseList.class, list -> list.row(DESK, ticket)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DA_TRA_LOI", "DONG", "TU_CHOI", "CHUYEN_KHAC", "RUT"})
    void paperShouldBringTheCaseBackWithTheClockOfTheLawAndNoReopening(State ended) {
        house.sql("update complaint set state = '" + ended
                + "', answered_on = '2026-08-14', reopened_at = '2026-09-23 01:00', level = 2, unit = 'H50-BTCD'");
        house.clock().set(CaseHouse.vietnam("2026-09-23T09:00"));
        LocalDate today = LocalDate.of(2026, 9, 23);
        assertThat(refusal(all -> all.paper(grip(), today))).isEmpty();
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        assertThat(house.count("complaint where level = 2 and unit is null and answered_on is null"))
                .isEqualTo(1);
        assertThat(house.count("complaint_event where deed = 'petition.paper' and actor = 'minh' and from_state = '"
                        + ended + "' and to_state = 'PHAN_LOAI'"))
                .isEqualTo(1);
        assertThat(told()).contains(CaseClock.Step.PETITION_ACCEPT);
        assertThat(queued().due()).isEqualTo(house.workingDays(7));
        house.clock().advance(Duration.ofDays(60));
        house.run("complaint.close-unanswered");
        house.run("complaint.escalate");
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        assertThat(house.count("complaint_escalation where step = 'PETITION_ACCEPT'"))
                .as("late, and told")
                .isPositive();
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void paperOfAMergedCaseShouldBeRefusedWithAWayOut() {
        house.sql("update complaint set state = 'TRUNG'");
        assertThat(refusal(all -> all.paper(grip(), REGISTERED))).contains("petition.merged");
    }

    @Test
    void guidanceAndAppointmentShouldEndWhatTheDeskOwes() {
        house.clock().advance(Duration.ofHours(1));
        assertThat(refusal(all -> all.guided(grip(), new Guidance(Optional.of(LocalDate.of(2026, 8, 1)), ""))))
                .isEmpty();
        assertThat(queued().due()).as("90 days").isEqualTo("2026-10-30");
        Appointment meeting = new Appointment(RECEPTION, LocalDate.of(2026, 8, 20), LocalTime.of(8, 30));
        assertThat(refusal(all -> all.book(grip(), meeting))).isEmpty();
        assertThat(queued().due()).as("the day of the appointment").isEqualTo("2026-08-20");
        assertThat(told()).contains(CaseClock.Step.PETITION_PAPER);
        house.clock().advance(Duration.ofDays(30));
        house.run("complaint.escalate");
        assertThat(house.count("complaint_escalation")).as("nobody is late").isZero();
        assertThat(house.count("complaint where due_stands and paused and step = 'PETITION_PAPER'"))
                .isEqualTo(1);
        boolean touched = house.tx(CaseTime.class, time -> time.extendable(ticket) || time.pausable(ticket));
        assertThat(touched).as("neither extended nor stopped").isFalse();
        LocalDate paper = LocalDate.of(2026, 9, 11);
        assertThat(refusal(all -> all.paper(grip(), paper))).isEmpty();
        assertThat(told()).contains(CaseClock.Step.PETITION_ACCEPT);
    }

    private String newestText() {
        return house.tx(Sql.class, sql -> sql.first(
                        "select id, text_sealed from sms_outbox order by id desc limit 1",
                        row -> house.get(PersonalDataCipher.class)
                                .open(
                                        new Place("sms_outbox", "text_sealed", row.number("id")),
                                        row.bytes("text_sealed")))
                .orElseThrow());
    }

    private void sendOn() {
        SortCases desk = house.get(SortCases.class);
        CaseHouse.done(desk.classify(grip(), ComplaintKind.COMPLAINT, "KNAI", Optional.of(Accused.UNKNOWN)));
        CaseHouse.done(desk.route(grip(), RECEPTION));
    }

    @Test
    void whatIsSentOnWhileThePaperIsWaitedForShouldPromiseNoAnswer() {
        Appointment meeting = new Appointment(RECEPTION, LocalDate.of(2026, 8, 20), LocalTime.of(8, 30));
        assertThat(refusal(all -> all.book(grip(), meeting))).isEmpty();
        sendOn();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
        assertThat(newestText()).startsWith("Khieu nai " + ticket + ": cho don ky ten");
        assertThat(house.count("complaint where told_from is null")).isEqualTo(1);
    }

    @Test
    void paperShouldNotBeDecidedWhileSomethingElseWaits() {
        assertThat(refusal(all -> all.paper(grip(), REGISTERED))).isEmpty();
        sendOn();
        assertThat(refusal(all -> all.notAccepted(grip(), new Refusal(REGISTERED, "CHU_KY", ""))))
                .contains("case.pending");
    }

    @Test
    void letterThatAnotherDeskHadBeforeUsShouldCountFromItsDay() {
        LocalDate friday = LocalDate.of(2026, 8, 7);
        assertThat(refusal(all -> all.paper(grip(), REGISTERED.minusYears(1).minusDays(1))))
                .contains("petition.day");
        assertThat(refusal(all -> all.paper(grip(), friday))).isEmpty();
        assertThat(petition().acceptBy()).contains(LocalDate.of(2026, 8, 18));
        assertThat(queued().due()).isEqualTo("2026-08-18");
    }

    @Test
    void mistypedDaysShouldBeCorrectedWithAReasonThatStaysReadable() {
        LocalDate wrong = LocalDate.of(2026, 8, 13);
        LocalDate right = LocalDate.of(2026, 8, 12);
        assertThat(refusal(all -> all.corrected(grip(), new Correction(right, Optional.empty(), "gõ nhầm"))))
                .as("nothing to correct")
                .contains("petition.order");
        assertThat(refusal(all -> all.paper(grip(), wrong))).isEmpty();
        assertThat(refusal(all -> all.corrected(grip(), new Correction(right, Optional.empty(), " "))))
                .contains("case.words");
        LocalDate tomorrow = REGISTERED.plusDays(1);
        assertThat(refusal(all -> all.corrected(grip(), new Correction(tomorrow, Optional.empty(), "gõ nhầm"))))
                .contains("petition.day");
        assertThat(refusal(all -> all.corrected(grip(), new Correction(right, Optional.empty(), "gõ nhầm"))))
                .isEmpty();
        assertThat(queued().due()).isEqualTo("2026-08-21");
        assertThat(refusal(all -> all.accepted(grip(), new Acceptance(REGISTERED, true, false))))
                .isEmpty();
        assertThat(refusal(all -> all.corrected(grip(), new Correction(right, Optional.of(wrong), "gõ nhầm nữa"))))
                .isEmpty();
        assertThat(petition().acceptedOn()).contains(wrong);
        assertThat(queued().due()).as("45 days, complex").isEqualTo("2026-09-28");
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(DESK, ticket));
        assertThat(view.orElseThrow().notes())
                .map(CaseNotes.Note::text)
                .containsExactly(
                        "Ngày đã ghi trước đó: nhận đơn 13/08/2026. Lý do sửa: gõ nhầm",
                        "Ngày đã ghi trước đó: nhận đơn 12/08/2026. Thụ lý 14/08/2026. Lý do sửa: gõ nhầm nữa");
        assertThat(house.count("complaint_event where deed = 'petition.corrected'"))
                .isEqualTo(2);
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void refusalThatWasAMistakeShouldBeTakenBackAndToldSo() {
        assertThat(refusal(all -> all.paper(grip(), REGISTERED))).isEmpty();
        assertThat(refusal(all -> all.reconsidered(grip(), "nhầm phiếu")))
                .as("nothing was refused")
                .contains("petition.order");
        CaseHouse.done(house.get(SortCases.class).take(grip()));
        assertThat(CaseHouse.code(house.get(EndCases.class).refuse(house.grip(DESK, ticket), "Không có căn cứ")))
                .as("no way around the grounds of the law")
                .isEqualTo("case.petition");
        assertThat(refusal(all -> all.notAccepted(grip(), new Refusal(REGISTERED, "CHU_KY", ""))))
                .isEmpty();
        assertThat(refusal(all -> all.reconsidered(grip(), ""))).contains("case.words");
        assertThat(refusal(all -> all.reconsidered(grip(), "nhầm phiếu"))).isEmpty();
        assertThat(petition().refusal()).isEmpty();
        assertThat(told()).contains(CaseClock.Step.PETITION_ACCEPT);
        assertThat(queued().due()).isEqualTo(house.workingDays(7));
        assertThat(house.count("sms_outbox")).as("T20, T81 and T85").isEqualTo(3);
        Optional<CaseView> view = house.tx(CaseFile.class, file -> file.of(DESK, ticket));
        assertThat(view.orElseThrow().notes()).singleElement().satisfies(note -> assertThat(note.text())
                .isEqualTo("Bỏ quyết định không được thụ lý ngày 14/08/2026: đơn không có chữ ký hoặc điểm chỉ"
                        + " (Điều 11 khoản 5). Lý do: nhầm phiếu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"booked", "not accepted", "apologised"})
    void whoseTelephoneTakesNoTextsShouldBeRungWithWhatIsTold(String what) {
        PhoneNumber landline = new PhoneNumber("+842333852456");
        ticket = house.register(landline, ComplaintKind.COMPLAINT, "khong dong y quyet dinh thu hoi dat")
                .ticket();
        switch (what) {
            case "apologised" ->
                house.house().tx(() -> {
                    house.get(Facts.class).tell(new ApologyMade(ticket, landline));
                    return ticket;
                });
            case "booked" -> {
                Appointment meeting = new Appointment(RECEPTION, LocalDate.of(2026, 8, 20), LocalTime.of(8, 30));
                assertThat(refusal(all -> all.book(grip(), meeting))).isEmpty();
            }
            default -> {
                assertThat(refusal(all -> all.paper(grip(), REGISTERED))).isEmpty();
                assertThat(refusal(all -> all.notAccepted(grip(), new Refusal(REGISTERED, "CHU_KY", ""))))
                        .isEmpty();
            }
        }
        assertThat(house.count("switchboard_callback where channel = 'ANSWER:" + ticket.digits() + "'"))
                .isEqualTo(1);
        assertThat(house.count("sms_outbox where kind = 'NOTICE'"))
                .as("no text of it")
                .isZero();
    }

    @Test
    void whatIsWrittenOfAPetitionShouldTakeTheKeyOfTheSecretLane() {
        assertThat(refusal(all -> all.guided(grip(), new Guidance(Optional.empty(), "QĐ 12/QĐ-UBND"))))
                .isEmpty();
        String key = "select left(hex(decision_sealed), 8) from complaint_petition";
        String open = house.house().schema().column(key).get(0);
        house.tx(Complaints.class, all -> {
            all.hide(all.find(ticket).orElseThrow(), "minh");
            return ticket;
        });
        assertThat(house.house().schema().column(key)).doesNotContain(open);
        assertThat(house.house().schema().column("select left(hex(words_sealed), 8) from complaint_words"))
                .containsExactlyElementsOf(house.house().schema().column(key));
    }
}
