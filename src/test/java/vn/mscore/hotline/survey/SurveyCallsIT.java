package vn.mscore.hotline.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.privacy.SealedPlaces;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.ScoreRecorded;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.calls.PlaceSurveyCalls;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;

/** Surveys by telephone, from the order to what came of it; the exchange is played by the test. */
class SurveyCallsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final DossierCode CODE = new DossierCode("H50.15-260803-0012");
    private static final Instant FRIDAY_MORNING =
            MovingClock.atVietnam("2026-08-07T09:30").instant();
    private static final MovingClock CLOCK = new MovingClock(FRIDAY_MORNING);
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(
                CLOCK,
                Map.of(
                        "hotline.voice.asterisk", "external",
                        "hotline.survey.calls", "true",
                        "hotline.number", "18008081"));
        house.get(UnitRegister.class)
                .importUnits("code,name,short_name,kind,parent,valid_from,valid_to,identifiers\n"
                        .concat("KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,,2025-07-01,,H50.15\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void fresh() {
        CLOCK.set(FRIDAY_MORNING);
        house.tx(() -> {
            for (String table : List.of(
                    "survey_answer",
                    "survey_call",
                    "voice_order",
                    "citizen_limit",
                    "score_history",
                    "score",
                    "dossier")) {
                house.entityManager().createNativeQuery("delete from " + table).executeUpdate();
            }
            return null;
        });
        house.ask(Consents.class, consents -> consents.optIn(LAN, "SMS"));
    }

    @Test
    void wholeConversationBecomesAScoreAndIsComplete() {
        String survey = ordered();
        String call = placed();
        assertThat(talk(call).orElseThrow().phone()).isEqualTo(LAN);
        assertThat(talk(call).orElseThrow().office().full()).isEqualTo("TT PVHCC xã Khe Sanh");
        tell(surveys -> surveys.agreed(call));
        assertThat(answer(call, SurveyQuestion.SCORE, 4)).isEmpty();
        assertThat(answer(call, SurveyQuestion.VISITS, 3)).isEmpty();
        assertThat(answer(call, SurveyQuestion.CLARITY, 2)).isEmpty();
        assertThat(answer(call, SurveyQuestion.REASON, 1)).isEmpty();
        assertThat(answer(call, SurveyQuestion.MONEY, 1)).isEmpty();
        tell(surveys -> surveys.end(call, SurveyEnd.COMPLETE));
        assertThat(talk(call)).as("over").isEmpty();
        settle(call, Result.ANSWERED);

        assertThat(course(survey)).isEqualTo(new Surveys.Course(survey, 1, true, Optional.of(SurveyEnd.COMPLETE)));
        assertThat(house.get(FactLog.class).of(ScoreRecorded.class))
                .extracting(ScoreRecorded::points)
                .contains(4);
        assertThat(column("select channel from score")).isEqualTo("IVR");
        assertThat(column("select phone_sealed is null from survey_call")).matches("1|true");
    }

    @Test
    void hangUpOnTheWayKeepsWhatWasAnswered() {
        String survey = ordered();
        String call = placed();
        tell(surveys -> surveys.agreed(call));
        answer(call, SurveyQuestion.SCORE, 9);
        assertThat(SealedPlaces.checked(house)).contains("survey_answer.answer_sealed", "survey_call.phone_sealed");
        settle(call, Result.ANSWERED);
        assertThat(course(survey).end()).contains(SurveyEnd.PARTIAL);
        assertThat(column("select count(*) from survey_answer")).isEqualTo("1");
        assertThat(column("select points from score")).isEqualTo("9");
    }

    @Test
    void whoAsksToBeForgottenIsNotCalled() {
        String survey = ordered();
        int another = house.ask(Surveys.class, surveys -> surveys.forget(new PhoneNumber("+84987654321")));
        int own = house.ask(Surveys.class, surveys -> surveys.forget(LAN));
        assertThat(List.of(another, own)).containsExactly(0, 1);
        assertThat(course(survey).end()).contains(SurveyEnd.REFUSED);
        assertThat(column("select phone_sealed is null from survey_call")).matches("1|true");
        assertThat(place()).isZero();
    }

    @Test
    void answersOutsideTheQuestionAndAfterTheEndAreRefused() {
        ordered();
        String call = placed();
        assertThat(answer(call, SurveyQuestion.SCORE, 0)).map(Reason::code).contains("survey.range");
        assertThat(answer(call, SurveyQuestion.CLARITY, 3)).map(Reason::code).contains("survey.range");
        settle(call, Result.ANSWERED);
        assertThat(answer(call, SurveyQuestion.SCORE, 8)).map(Reason::code).contains("survey.over");
    }

    @ParameterizedTest(name = "{0} three times ends as {1}")
    @CsvSource({"BUSY, BUSY", "NO_ANSWER, NO_ANSWER", "UNREACHABLE, WRONG_NUMBER"})
    void threeTriesOnThreeDays(Result result, SurveyEnd end) {
        String survey = ordered();
        settle(placed(), result);
        assertThat(place()).as("one call a day").isZero();
        CLOCK.advance(Duration.ofDays(1));
        assertThat(place()).as("Saturday").isZero();
        CLOCK.set(MovingClock.atVietnam("2026-08-10T10:59").instant());
        assertThat(place()).as("at another hour").isZero();
        CLOCK.set(MovingClock.atVietnam("2026-08-10T11:00").instant());
        settle(placed(), result);
        CLOCK.set(MovingClock.atVietnam("2026-08-11T14:00").instant());
        settle(placed(), result);
        assertThat(course(survey)).isEqualTo(new Surveys.Course(survey, 3, false, Optional.of(end)));
        CLOCK.advance(Duration.ofDays(1));
        assertThat(place()).isZero();
    }

    @Test
    void whoAsksToBeCalledLaterIsCalledTheNextDay() {
        String survey = ordered();
        String call = placed();
        tell(surveys -> surveys.end(call, SurveyEnd.CALL_LATER));
        settle(call, Result.ANSWERED);
        assertThat(course(survey).end()).isEmpty();
        CLOCK.set(MovingClock.atVietnam("2026-08-10T11:00").instant());
        assertThat(placed()).isNotEqualTo(call);
    }

    @Test
    void whoRefusesIsNeverCalledAgain() {
        String survey = ordered();
        String call = placed();
        tell(surveys -> surveys.end(call, SurveyEnd.REFUSED));
        settle(call, Result.ANSWERED);
        assertThat(course(survey).end()).contains(SurveyEnd.REFUSED);
        assertThat(house.ask(Consents.class, consents -> consents.hasOptedOut(LAN))
                        .booleanValue())
                .isTrue();
        feed("H50.15-260803-0013", "RETURNED");
        Surveys.Ordered next =
                house.ask(Surveys.class, surveys -> surveys.order(new DossierCode("H50.15-260803-0013")));
        assertThat(next.refusal()).map(Reason::code).contains("survey.opted-out");
    }

    @Test
    void optOutBetweenOrderAndCallIsRespected() {
        String survey = ordered();
        house.ask(Consents.class, consents -> consents.optOut(LAN, "SMS"));
        place();
        assertThat(course(survey).end()).contains(SurveyEnd.REFUSED);
        assertThat(column("select count(*) from voice_order")).isEqualTo("0");
    }

    @Test
    void wrongPersonAndExchangeTroubleAreToldApart() {
        String survey = ordered();
        settle(placed(), Result.FAILED);
        assertThat(course(survey).tries()).as("nobody was rung").isZero();
        CLOCK.set(MovingClock.atVietnam("2026-08-10T09:30").instant());
        String call = placed();
        tell(surveys -> surveys.end(call, SurveyEnd.NOT_APPLICANT));
        settle(call, Result.ANSWERED);
        assertThat(course(survey).end()).contains(SurveyEnd.NOT_APPLICANT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-08-07T07:59, 0",
        "2026-08-07T08:00, 1",
        "2026-08-07T16:59, 1",
        "2026-08-07T17:00, 0",
        "2026-08-08T10:00, 0",
        "2026-09-02T10:00, 0"
    })
    void callsAreMadeInOfficeHoursOnly(String at, int calls) {
        CLOCK.set(MovingClock.atVietnam("2026-08-07T07:30").instant());
        ordered();
        CLOCK.set(MovingClock.atVietnam(at).instant());
        place();
        assertThat(column("select count(*) from voice_order")).isEqualTo(Integer.toString(calls));
    }

    @ParameterizedTest(name = "ordered at {0} it expires after {1} minutes and is ordered again")
    @CsvSource({"2026-08-07T09:30, 10", "2026-08-07T16:55, 5"})
    void anOrderThatCouldNotBeDialledIsNotDialledLater(String at, String minutes) {
        CLOCK.set(MovingClock.atVietnam(at).instant());
        String survey = ordered();
        String call = placed();
        assertThat(column("select timestampdiff(minute, ordered_at, until_at) from voice_order"))
                .isEqualTo(minutes);
        settle(call, Result.EXPIRED);
        assertThat(course(survey)).isEqualTo(new Surveys.Course(survey, 0, false, Optional.empty()));
        CLOCK.set(MovingClock.atVietnam("2026-08-10T17:00").instant());
        assertThat(place()).isZero();
        CLOCK.set(MovingClock.atVietnam("2026-08-11T08:00").instant());
        assertThat(placed()).isNotEqualTo(call);
    }

    @Test
    void fewAreCalledAtOnce() {
        ordered();
        for (int i = 13; i < 17; i++) {
            String code = "H50.15-260803-00" + i;
            feed(code, "RETURNED", "091234560" + (i - 10));
            house.ask(Surveys.class, surveys -> surveys.order(new DossierCode(code)));
        }
        place();
        place();
        assertThat(column("select count(*) from voice_order")).isEqualTo("2");
    }

    @Test
    void aReturnedDossierIsFollowedThreeWorkingDaysLaterUnlessScored() {
        feed(CODE.value(), "PROCESSING");
        feed(CODE.value(), "RETURNED");
        CLOCK.set(MovingClock.atVietnam("2026-08-11T16:00").instant());
        place();
        assertThat(column("select count(*) from voice_order"))
                .as("two days later")
                .isEqualTo("0");
        CLOCK.set(MovingClock.atVietnam("2026-08-12T08:00").instant());
        house.ask(
                RecordScore.class,
                scores -> scores.record(new RecordScore.NewScore(
                        LAN, CODE, 8, RecordScore.Channel.SMS, RecordScore.Proof.REGISTERED_PHONE)));
        place();
        assertThat(column("select ending from survey_call")).isEqualTo("SCORED");
    }

    @Test
    void aDossierIsAskedAboutOnce() {
        String survey = ordered();
        Surveys.Ordered again = house.ask(Surveys.class, surveys -> surveys.order(CODE));
        assertThat(again).isEqualTo(new Surveys.Ordered(Optional.of(survey), true, Optional.empty()));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "H50.15-260803-9999, 0912345678, survey.unknown-dossier",
        "H50.15-260803-0012, 0912345678, survey.not-returned"
    })
    void ordersThatAreRefused(String code, String phone, String reason) {
        feed(CODE.value(), "PROCESSING", phone);
        Surveys.Ordered refused = house.ask(Surveys.class, surveys -> surveys.order(new DossierCode(code)));
        assertThat(refused.refusal()).map(Reason::code).contains(reason);
    }

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String ordered() {
        feed(CODE.value(), "PROCESSING");
        feed(CODE.value(), "RETURNED");
        house.tx(() -> house.entityManager()
                .createNativeQuery("delete from survey_call")
                .executeUpdate());
        Surveys.Ordered ordered = house.ask(Surveys.class, surveys -> surveys.order(CODE));
        assertThat(ordered.refusal()).isEmpty();
        return ordered.reference().orElseThrow();
    }

    private static void feed(String code, String status) {
        feed(code, status, "0912345678");
    }

    private static void feed(String code, String status, String phone) {
        String returned = status.equals("RETURNED") ? ",\"returnedAt\":\"2026-08-07T07:00:00+07:00\"" : "";
        DossierRegister.Outcome outcome =
                house.get(DossierRegister.class).put(code, body("""
                {"unit":"KS-HCC","procedure":"Cấp GCN","field":"DATDAI","receivedAt":"2026-08-03T08:00:00+07:00",
                 "dueAt":"2026-08-14T17:00:00+07:00","status":"%s","phone":"%s"%s}""".formatted(status, phone, returned)), true);
        assertThat(outcome.kept()).as(outcome.toString()).isTrue();
    }

    private static int place() {
        house.get(PlaceSurveyCalls.class).run();
        return Integer.parseInt(column("select count(*) from voice_order where state = 'NEW'"));
    }

    /** Places what is due; the reference of the newest call. */
    private static String placed() {
        place();
        return column("select reference from voice_order where state = 'NEW' order by id desc limit 1");
    }

    private static void settle(String call, Result result) {
        house.tx(() -> {
            house.entityManager()
                    .createNativeQuery("update voice_order set state = 'SETTLED' where reference = '" + call + "'")
                    .executeUpdate();
            house.tell(new CallSettled(call, result, LAN));
            return null;
        });
    }

    private static Optional<Surveys.Talk> talk(String call) {
        return house.ask(Surveys.class, surveys -> surveys.talk(call));
    }

    private static Surveys.Course course(String survey) {
        return house.ask(Surveys.class, surveys -> surveys.course(survey).orElseThrow());
    }

    private static Optional<Reason> answer(String call, SurveyQuestion question, int answer) {
        return house.ask(RecordAnswer.class, answers -> answers.record(call, question, answer));
    }

    private static void tell(Consumer<Surveys> word) {
        house.tx(() -> {
            word.accept(house.get(Surveys.class));
            return null;
        });
    }

    private static String column(String query) {
        return house.tx(() ->
                house.entityManager().createNativeQuery(query).getSingleResult().toString());
    }
}
