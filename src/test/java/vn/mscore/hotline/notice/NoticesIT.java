package vn.mscore.hotline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintRegistered;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierChanged.What;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.Readout;

class NoticesIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final TicketNumber TICKET = TicketNumber.of(26, 123);
    private static final DossierCode CODE = new DossierCode("H50.15-260814-0012");
    private static final UnitName KHE_SANH = new UnitName("TT PVHCC xã Khe Sanh", "TT PVHCC xa Khe Sanh");
    private static final LocalDate DUE = LocalDate.of(2026, 8, 28);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Sent(String kind, String line, Optional<Long> answers, Instant notBefore, String text) {}

    private List<Sent> outbox() {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        return house.tx(() -> house.get(Sql.class)
                .rows(
                        "select * from sms_outbox order by id",
                        row -> new Sent(
                                row.text("kind"),
                                row.text("line"),
                                row.maybeNumber("answers_id"),
                                row.instant("not_before"),
                                cipher.open(
                                        new Place("sms_outbox", "text_sealed", row.number("id")),
                                        row.bytes("text_sealed")))));
    }

    private void tell(Object fact) {
        house.tx(() -> {
            house.tell(fact);
            return null;
        });
    }

    private void registered(ComplaintKind kind, boolean secret) {
        tell(new ComplaintRegistered(TICKET, kind, Optional.of(LAN), DUE, secret, false, "sms:4711:modem:1"));
    }

    private Optional<Question> openQuestion() {
        return house.ask(CitizenLines.class, lines -> lines.openQuestion(LAN)).map(CitizenLines.OpenQuestion::question);
    }

    @ParameterizedTest(name = "{0}, secret {1}: {2}")
    @CsvSource({
        "FEEDBACK, false, Da nhan phan anh",
        "SUGGESTION, false, Da ghi nhan kien nghi",
        "UNCLASSIFIED, false, Da nhan phan anh",
        "SUGGESTION_OR_COMPLAINT, false, Da luu noi dung",
        "COMPLAINT, false, Ma phieu",
        "DENUNCIATION, true, Da nhan tin",
        "FEEDBACK, true, Da nhan tin",
        "UNCLASSIFIED, true, Da nhan tin"
    })
    void receiptShouldGoBackAsAnAnswerByTheLineItCameInBy(ComplaintKind kind, boolean secret, String begin) {
        registered(kind, secret);
        assertThat(outbox()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).startsWith(begin).contains(TICKET.digits());
            assertThat(sent.kind()).isEqualTo("ANSWER");
            assertThat(sent.line()).isEqualTo("modem:1");
            assertThat(sent.answers()).contains(4711L);
            assertThat(sent.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("to cao");
        });
        boolean asked = kind == ComplaintKind.SUGGESTION_OR_COMPLAINT;
        assertThat(openQuestion().map(Question::kind))
                .isEqualTo(asked ? Optional.of(Question.Kind.KN_KIND) : Optional.empty());
    }

    @Test
    void receiptOfAnotherChannelShouldWaitForTheMorning() {
        clock.set(vietnam("2026-08-17T23:10"));
        tell(new ComplaintRegistered(
                TICKET, ComplaintKind.FEEDBACK, Optional.of(LAN), DUE, false, false, "console:minh"));
        assertThat(outbox()).extracting(Sent::notBefore).containsExactly(vietnam("2026-08-18T07:00"));
    }

    @Test
    void hiddenSenderShouldGetNothing() {
        tell(new ComplaintRegistered(
                TICKET, ComplaintKind.FEEDBACK, Optional.empty(), DUE, false, false, "sms:1:modem"));
        assertThat(outbox()).isEmpty();
    }

    @Test
    void receiptShouldSpeakTheChosenLanguage() {
        house.ask(CitizenLines.class, lines -> {
            lines.speaks(LAN, CitizenLines.Tongue.ENGLISH);
            return null;
        });
        registered(ComplaintKind.FEEDBACK, false);
        assertThat(outbox().get(0).text()).doesNotContain("Da nhan").contains(TICKET.digits());
    }

    private void moved(Move move, boolean secret) {
        moved(move, LAN, secret);
    }

    private void moved(Move move, PhoneNumber phone, boolean secret) {
        tell(new ComplaintMoved(
                TICKET,
                move,
                Optional.of(phone),
                Optional.of(new UnitName("UBND xã Khe Sanh", "UBND xa Khe Sanh")),
                LocalDate.of(2026, 8, 17),
                DUE,
                secret));
    }

    @Test
    void routedTicketShouldBeTold() {
        moved(Move.ROUTED, false);
        assertThat(outbox())
                .extracting(Sent::text)
                .containsExactly("Phieu " + TICKET + " da chuyen UBND xa Khe Sanh ngay 17/08/2026, han tra loi"
                        + " 28/08/2026. Thuong truc HDND tinh theo doi. Xem: XEM " + TICKET + ".");
    }

    @Test
    void answeredTicketShouldAskWhetherItSatisfiesAlsoWhenTheTextWaitsForTheMorning() {
        clock.set(vietnam("2026-08-17T22:30"));
        moved(Move.ANSWERED, false);
        assertThat(outbox()).extracting(Sent::notBefore).containsExactly(vietnam("2026-08-18T07:00"));
        clock.set(vietnam("2026-08-21T06:59"));
        assertThat(openQuestion()).contains(new Question(Question.Kind.SATISFIED, TICKET.digits()));
        clock.set(vietnam("2026-08-21T07:00"));
        assertThat(openQuestion()).isEmpty();
    }

    @Test
    void reopeningShouldBeSaidAtOnceSinceTheCitizenJustAsked() {
        clock.set(vietnam("2026-08-17T22:30"));
        moved(Move.REOPENED, false);
        assertThat(outbox()).extracting(Sent::notBefore).containsExactly(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"ROUTED", "ANSWERED", "REOPENED"})
    void nothingShouldBeToldOfASecretTicket(Move move) {
        moved(move, true);
        assertThat(outbox()).isEmpty();
        assertThat(openQuestion()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}, secret {2}: {3}")
    @CsvSource({
        "ANSWERED, +842333123456, false, ANSWER",
        "REFUSED, +842333123456, false, ANSWER",
        "PASSED_OUTSIDE, +842333123456, false, ANSWER",
        "ASKED, +842333123456, false, WHETHER_DONE",
        "ANSWERED, +85620555123, false,",
        "ANSWERED, +841900545454, false,",
        "EXTENDED, +842333123456, false, ANSWER",
        "ROUTED, +842333123456, false,",
        "INFORMED, +842333123456, false,",
        "ANSWERED, +842333123456, true,",
        "ANSWERED, +84912345678, false,"
    })
    void aPersonShouldCallANumberThatTakesNoTexts(Move move, String phone, boolean secret, Readout.Kind kind) {
        moved(move, new PhoneNumber(phone), secret);
        List<CallbackBook.Wish> wishes = house.ask(CallbackBook.class, book -> book.waiting(LocalDate.EPOCH, 0, 10));
        assertThat(wishes.stream().flatMap(wish -> wish.readout().stream()).toList())
                .isEqualTo(kind == null ? List.of() : List.of(new Readout(kind, TICKET)));
        assertThat(outbox().isEmpty()).isEqualTo(!phone.equals(LAN.e164()));
    }

    private void changed(What what) {
        tell(new DossierChanged(
                CODE,
                Optional.of(LAN),
                what,
                KHE_SANH,
                what == What.POSTPONED ? Optional.of(LocalDate.of(2026, 8, 27)) : Optional.empty(),
                what == What.POSTPONED ? Optional.of("cho xac minh dat") : Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SUPPLEMENT_REQUIRED | HS H50.15-260814-0012 can bo sung giay to.",
                "POSTPONED | TT PVHCC xa Khe Sanh xin loi ong/ba: HS H50.15-260814-0012 bi cham. Hen lai ngay 27/08/2026.",
                "REFUSED | HS H50.15-260814-0012 khong duoc tiep nhan.",
                "READY | HS H50.15-260814-0012 DA CO KET QUA."
            })
    void newsOfADossierShouldReachItsApplicant(What what, String begin) {
        changed(what);
        assertThat(outbox()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).startsWith(begin);
            assertThat(sent.kind()).isEqualTo("NOTICE");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = What.class,
            names = {"POSTPONED", "READY"})
    void newsOfHisDossierShouldReachAlsoWhoWantsNoSurveys(What what) {
        house.ask(Consents.class, consents -> consents.optOut(LAN, "SMS"));
        changed(what);
        assertThat(outbox()).hasSize(1);
    }

    private int invite() {
        return house.get(SurveyInvitations.class).run();
    }

    @Test
    void surveyShouldComeOnTheNextWorkingDayOnceAndOpenItsQuestion() {
        changed(What.RETURNED);
        changed(What.RETURNED);
        assertThat(invite()).as("the same day").isZero();
        clock.set(vietnam("2026-08-18T06:30"));
        assertThat(invite()).as("too early").isZero();
        clock.set(vietnam("2026-08-18T07:15"));
        assertThat(invite()).isEqualTo(1);
        assertThat(invite()).as("again").isZero();
        assertThat(outbox()).singleElement().satisfies(sent -> {
            assertThat(sent.kind()).isEqualTo("SURVEY");
            assertThat(sent.text()).startsWith("HDND tinh hoi y kien").contains("TT PVHCC xa Khe Sanh");
        });
        assertThat(openQuestion()).contains(new Question(Question.Kind.SURVEY_SCORE, CODE.value()));
        assertThat(surveyRow()).isEqualTo("INVITED and forgotten");
    }

    @Test
    void scenario9SurveyShouldNotBeSentAfterAnOptOut() {
        changed(What.RETURNED);
        clock.set(vietnam("2026-08-17T23:00"));
        house.ask(Consents.class, consents -> consents.optOut(LAN, "SMS"));
        clock.set(vietnam("2026-08-18T09:00"));
        assertThat(invite()).isZero();
        assertThat(outbox()).isEmpty();
        assertThat(surveyRow()).isEqualTo("REFUSED and forgotten");
    }

    @Test
    void surveyShouldWaitForAnOpenQuestionAndExpireAfterThreeWorkingDays() {
        changed(What.RETURNED);
        clock.set(vietnam("2026-08-18T09:00"));
        house.ask(CitizenLines.class, lines -> {
            lines.ask(LAN, new Question(Question.Kind.KN_KIND, TICKET.digits()), Duration.ofHours(72));
            return null;
        });
        assertThat(invite()).isZero();
        assertThat(openQuestion()).map(Question::kind).contains(Question.Kind.KN_KIND);
        clock.set(vietnam("2026-08-21T10:00"));
        assertThat(invite()).isZero();
        assertThat(surveyRow()).isEqualTo("EXPIRED and forgotten");
    }

    private String surveyRow() {
        return house.tx(() -> house.get(Sql.class)
                .first(
                        "select concat(state, if(phone_sealed is null, ' and forgotten', '')) as s from notice_survey",
                        row -> row.text("s"))
                .orElseThrow());
    }

    private static Instant vietnam(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }
}
