package vn.mscore.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.CallbackBook.Outcome;
import vn.mscore.hotline.switchboard.CallbackBook.Wish;
import vn.mscore.hotline.switchboard.Switchboard.Opening;
import vn.mscore.hotline.switchboard.Switchboard.Outlook;
import vn.mscore.hotline.switchboard.Switchboard.Visit;
import vn.mscore.hotline.switchboard.live.ForgetVisits;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;
import vn.mscore.hotline.voice.QueueRead;

/** Friday morning at the operators' queue. */
class SwitchboardIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final String LOGIN = "ha";
    private static final String TELEPHONE = "quay-1";
    private static final LocalDate FRIDAY = LocalDate.of(2026, 8, 7);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-07T09:30");
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(
                CLOCK,
                Map.of(
                        "hotline.voice.asterisk", "external",
                        "hotline.voice.devices", "quay-1,quay-2",
                        "hotline.number", "18008081",
                        "hotline.callback.pauses", "15,60"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void freshMorning() {
        CLOCK.set(MovingClock.atVietnam("2026-08-07T09:30").instant());
        house.tx(() -> {
            for (String table : List.of(
                    "switchboard_visit", "switchboard_presence", "switchboard_callback", "voice_order", "voice_seat")) {
                house.entityManager().createNativeQuery("delete from " + table).executeUpdate();
            }
            return null;
        });
    }

    @Test
    void hoursAndOperatorsDecideWhetherSomebodyAnswers() {
        assertThat(opening()).isEqualTo(Opening.NOBODY);
        assertThat(sit(LOGIN, TELEPHONE, true)).isEmpty();
        assertThat(opening()).isEqualTo(Opening.OPEN);
        CLOCK.advance(Duration.ofMinutes(150));
        assertThat(opening()).as("noon").isEqualTo(Opening.AFTER_HOURS);
        CLOCK.advance(Duration.ofDays(1));
        assertThat(opening()).as("Saturday").isEqualTo(Opening.HOLIDAY);
    }

    @Test
    void oneOperatorSitsAtOneTelephoneAndTheQueueRingsIt() {
        assertThat(sit(LOGIN, "kitchen", true)).map(Reason::code).contains("switchboard.device");
        assertThat(sit(LOGIN, TELEPHONE, true)).isEmpty();
        assertThat(sit("son", TELEPHONE, true)).map(Reason::code).contains("switchboard.device-taken");
        assertThat(seats()).containsExactly("quay-1");
        assertThat(sit(LOGIN, "quay-2", true)).isEmpty();
        assertThat(seats()).as("moved over").containsExactly("quay-2");
        assertThat(sit(LOGIN, "quay-2", false)).isEmpty();
        assertThat(seats()).isEmpty();
        assertThat(house.ask(OperatorPresence.class, OperatorPresence::now)).isEmpty();
    }

    @Test
    void whoWentHomeWithoutSayingSoIsRungNoLonger() {
        sit(LOGIN, TELEPHONE, true);
        CLOCK.advance(Duration.ofHours(11));
        sit("son", "quay-2", true);
        house.get(ForgetVisits.class).run();
        assertThat(seats()).containsExactly("quay-1", "quay-2");
        CLOCK.advance(Duration.ofMinutes(61));
        house.get(ForgetVisits.class).run();
        assertThat(seats()).as("behind the longest shift").containsExactly("quay-2");
        assertThat(sit("an", TELEPHONE, true)).as("free again").isEmpty();
    }

    @Test
    void callersWaitInOrderAndAreSeenWithTheirTopic() {
        join("1.1", Optional.of(LAN), "dossier");
        CLOCK.advance(Duration.ofSeconds(20));
        join("2.1", Optional.empty(), "menu");
        List<WaitingCaller> line = line();
        assertThat(line).extracting(WaitingCaller::callId).containsExactly("1.1", "2.1");
        assertThat(line).extracting(WaitingCaller::position).containsExactly(1, 2);
        assertThat(line.get(0).phone()).contains(LAN);
        assertThat(line.get(0).topic()).isEqualTo("dossier");
        assertThat(outlook("0.0").position()).isEqualTo(3);
        assertThat(house.ask(WaitingLine.class, WaitingLine::length).oldest())
                .contains(CLOCK.instant().minusSeconds(20));

        tell(new QueueChanged("1.1", Step.CONNECTED, Optional.of(TELEPHONE), CLOCK.instant()));
        assertThat(with(TELEPHONE)).map(WaitingCaller::callId).contains("1.1");
        assertThat(house.get(FactLog.class).of(LineMoved.class)).contains(new LineMoved(Optional.of(TELEPHONE), true));
        assertThat(line()).extracting(WaitingCaller::position).containsExactly(1, 0);
        tell(new CallEnded("1.1", CLOCK.instant()));
        assertThat(line()).extracting(WaitingCaller::callId).containsExactly("2.1");
        assertThat(wishes()).as("served").isEmpty();
    }

    @ParameterizedTest(name = "the exchange has told that the caller left: {0}")
    @ValueSource(booleans = {false, true})
    void whoComesBackFromKeyFiveStandsWhereTheExchangeKeptThePlace(boolean told) {
        for (String call : List.of("1.11", "2.11", "3.11")) {
            join(call, Optional.empty(), "menu");
            CLOCK.advance(Duration.ofSeconds(20));
        }
        if (told) {
            tell(new QueueChanged("2.11", Step.LEFT, Optional.empty(), CLOCK.instant()));
        }
        assertThat(outlook("2.11").position()).isEqualTo(2);
        assertThat(outlook("0.0").position()).as("a newcomer").isEqualTo(told ? 3 : 4);
    }

    @Test
    void estimateComesFromTheTalksOfTheLastHour() {
        sit(LOGIN, TELEPHONE, true);
        assertThat(outlook("0.0").estimate()).isEmpty();
        for (int i = 1; i <= 3; i++) {
            join(i + ".2", Optional.empty(), "menu");
            tell(new QueueChanged(i + ".2", Step.CONNECTED, Optional.of(TELEPHONE), CLOCK.instant()));
            CLOCK.advance(Duration.ofSeconds(60L * i));
            tell(new CallEnded(i + ".2", CLOCK.instant()));
        }
        assertThat(outlook("0.0").estimate()).contains(Duration.ofSeconds(120));
        join("9.2", Optional.empty(), "menu");
        assertThat(outlook("0.0").estimate()).contains(Duration.ofSeconds(240));
    }

    @Test
    void whoHangsUpWhileWaitingIsCalledBackTheSameDayAtTheOldPlace() {
        join("1.3", Optional.of(LAN), "menu");
        CLOCK.advance(Duration.ofSeconds(5));
        join("2.3", Optional.of(MINH), "menu");
        tell(new QueueChanged("2.3", Step.ABANDONED, Optional.empty(), CLOCK.instant()));
        tell(new CallEnded("2.3", CLOCK.instant()));
        CLOCK.advance(Duration.ofSeconds(5));
        tell(new QueueChanged("1.3", Step.LEFT, Optional.empty(), CLOCK.instant()));
        tell(new CallEnded("1.3", CLOCK.instant()));
        assertThat(wishes())
                .extracting(Wish::phone)
                .as("in the order in which they came")
                .containsExactly(LAN, MINH);
        assertThat(wishes()).extracting(Wish::promisedFor).containsOnly(FRIDAY);
        assertThat(wishes()).extracting(Wish::channel).containsExactly("QUEUE", "ABANDONED");
        assertThat(numberIsKept("1.3")).as("forgotten with the call").isFalse();
    }

    @Test
    void aWishBookedByTheFlowJustBeforeTakesThePlaceOfTheVisit() {
        join("1.4", Optional.of(LAN), "menu");
        book(MINH);
        book(LAN);
        tell(new QueueChanged("1.4", Step.LEFT, Optional.empty(), CLOCK.instant()));
        assertThat(wishes()).extracting(Wish::phone).containsExactly(LAN, MINH);
        assertThat(wishes()).extracting(Wish::promisedFor).containsExactly(FRIDAY, MONDAY);
    }

    @ParameterizedTest(name = "the exchange tells it {0}")
    @ValueSource(strings = {"before", "after", "never"})
    void whoGivesAnotherNumberInTheQueueIsCalledThereOnly(String left) {
        join("1.9", Optional.of(LAN), "menu");
        if (left.equals("before")) {
            tell(new QueueChanged("1.9", Step.LEFT, Optional.empty(), CLOCK.instant()));
            assertThat(wishes()).extracting(Wish::phone).containsExactly(LAN);
        }
        LocalDate promised = house.ask(Switchboard.class, all -> all.callBack("1.9", MINH));
        assertThat(promised).isEqualTo(MONDAY);
        if (left.equals("after")) {
            tell(new QueueChanged("1.9", Step.LEFT, Optional.empty(), CLOCK.instant()));
        }
        tell(new CallEnded("1.9", CLOCK.instant()));
        assertThat(wishes()).extracting(Wish::phone).containsExactly(MINH);
    }

    @Test
    void whatTheNumberAskedForInAnotherCallStays() {
        book(LAN);
        join("1.10", Optional.of(LAN), "menu");
        tell(new QueueChanged("1.10", Step.LEFT, Optional.empty(), CLOCK.instant()));
        house.ask(Switchboard.class, all -> all.callBack("1.10", MINH));
        assertThat(wishes()).extracting(Wish::phone).containsExactly(LAN, MINH);
    }

    @Test
    void oneNumberIsCalledBackOnceHoweverOftenItHangsUp() {
        for (int i = 1; i <= 3; i++) {
            join(i + ".5", Optional.of(LAN), "menu");
            tell(new QueueChanged(i + ".5", Step.ABANDONED, Optional.empty(), CLOCK.instant()));
        }
        assertThat(wishes()).hasSize(1);
        assertThat(wishes().get(0).asks()).isEqualTo(3);
    }

    @Test
    void whoCallsAgainAndTalksNeedsNoCallBack() {
        join("1.6", Optional.of(LAN), "menu");
        tell(new QueueChanged("1.6", Step.ABANDONED, Optional.empty(), CLOCK.instant()));
        join("2.6", Optional.of(LAN), "menu");
        tell(new QueueChanged("2.6", Step.CONNECTED, Optional.of(TELEPHONE), CLOCK.instant()));
        CLOCK.advance(Duration.ofMinutes(2));
        tell(new CallEnded("2.6", CLOCK.instant()));
        assertThat(wishes()).isEmpty();
    }

    @ParameterizedTest(name = "the exchange tells first {0}")
    @ValueSource(strings = {"JOINED", "ABANDONED", "LEFT", "nothing"})
    void whoseCallEndsWithoutAnOperatorIsCalledBackWhateverWasHeardOfIt(String told) {
        welcome("1.11", Optional.of(LAN), "menu");
        if (!told.equals("nothing")) {
            tell(new QueueChanged("1.11", Step.valueOf(told), Optional.empty(), CLOCK.instant()));
        }
        tell(new CallEnded("1.11", CLOCK.instant()));
        assertThat(wishes()).extracting(Wish::phone).containsExactly(LAN);
    }

    @Test
    void readingTheQueueAnewMendsWhatWasMissed() {
        join("1.8", Optional.of(LAN), "menu");
        join("2.8", Optional.of(MINH), "menu");
        join("3.8", Optional.empty(), "menu");
        CLOCK.advance(Duration.ofMinutes(1));
        tell(new QueueRead(
                List.of("3.8", "4.8"), Map.of("1.8", TELEPHONE, "5.8", "quay-2"), List.of("2.8"), CLOCK.instant()));
        assertThat(line()).extracting(WaitingCaller::callId).containsExactly("3.8", "4.8", "1.8");
        assertThat(wishes()).extracting(Wish::phone).as("left unseen").containsExactly(MINH);
    }

    @Test
    void threeTriesWithPausesThenTheCallBackIsClosed() {
        book(LAN);
        sit(LOGIN, TELEPHONE, true);
        CLOCK.set(MovingClock.atVietnam("2026-08-10T08:00").instant());
        long id = wishes().get(0).id();
        assertThat(call(id, "son")).map(Reason::code).contains("switchboard.not-present");
        assertThat(call(id, LOGIN)).isEmpty();
        assertThat(call(id, LOGIN)).map(Reason::code).contains("callback.calling");
        settle(Result.FAILED);
        assertThat(wishes().get(0).tries()).as("the operator did not pick up").isZero();

        assertThat(call(id, LOGIN)).isEmpty();
        settle(Result.NO_ANSWER);
        assertThat(wishes()).as("in the pause").isEmpty();
        assertThat(done(id, Outcome.NOT_REACHED))
                .as("said of the try that is counted already")
                .isTrue();
        assertThat(call(id, LOGIN)).map(Reason::code).contains("callback.pause");
        CLOCK.advance(Duration.ofMinutes(15));
        assertThat(wishes()).extracting(Wish::tries).containsExactly(1);

        assertThat(done(id, Outcome.NOT_REACHED)).as("tried by hand").isTrue();
        CLOCK.advance(Duration.ofMinutes(60));
        assertThat(call(id, LOGIN)).isEmpty();
        settle(Result.BUSY);
        CLOCK.advance(Duration.ofDays(1));
        assertThat(wishes()).isEmpty();
        assertThat(house.ask(CallbackBook.class, book -> book.of(LAN, 5)).get(0).outcome())
                .contains(Outcome.NOT_REACHED);
    }

    @Test
    void anAnsweredCallBackWaitsForTheOperatorsWord() {
        book(LAN);
        sit(LOGIN, TELEPHONE, true);
        CLOCK.set(MovingClock.atVietnam("2026-08-10T08:00").instant());
        long id = wishes().get(0).id();
        assertThat(call(id, LOGIN)).isEmpty();
        settle(Result.ANSWERED);
        assertThat(wishes()).extracting(Wish::id).containsExactly(id);
        assertThat(done(id, Outcome.NO_NEED)).isTrue();
        assertThat(wishes()).isEmpty();
    }

    private static Opening opening() {
        return house.ask(Switchboard.class, Switchboard::opening);
    }

    private static Outlook outlook(String call) {
        return house.ask(Switchboard.class, all -> all.outlook(call));
    }

    private static Optional<Reason> sit(String login, String device, boolean present) {
        return house.ask(OperatorPresence.class, all -> all.set(login, device, present));
    }

    private static void join(String call, Optional<PhoneNumber> phone, String topic) {
        welcome(call, phone, topic);
        tell(new QueueChanged(call, Step.JOINED, Optional.empty(), CLOCK.instant()));
    }

    private static void welcome(String call, Optional<PhoneNumber> phone, String topic) {
        house.tx(() -> {
            house.get(Switchboard.class).welcome(new Visit(call, phone, topic));
            return null;
        });
    }

    private static void book(PhoneNumber phone) {
        house.ask(CallbackRequests.class, requests -> requests.book(phone, "IVR"));
    }

    private static Optional<Reason> call(long id, String login) {
        return house.ask(CallbackCalls.class, calls -> calls.call(id, login));
    }

    /** What the exchange would tell of the newest order. */
    private static void settle(Result result) {
        String reference = house.tx(() -> house.entityManager()
                .createNativeQuery("select reference from voice_order order by id desc limit 1")
                .getSingleResult()
                .toString());
        tell(new CallSettled(reference, result, LAN));
    }

    @Test
    void aCallBackDoesNotSayWhichCallItCameFrom() {
        join("1.8", Optional.of(LAN), "menu");
        tell(new CallEnded("1.8", CLOCK.instant()));
        assertThat(wishes()).hasSize(1);
        assertThat(house.tx(() -> house.entityManager()
                        .createNativeQuery("select v.call_id from switchboard_visit v join switchboard_callback c"
                                + " on c.id = v.id")
                        .getResultList()))
                .isEmpty();
    }

    private static void tell(Object fact) {
        house.tx(() -> {
            house.tell(fact);
            return null;
        });
    }

    private static List<WaitingCaller> line() {
        return house.ask(WaitingLine.class, WaitingLine::now);
    }

    private static List<Wish> wishes() {
        return house.ask(CallbackBook.class, book -> book.waiting(LocalDate.of(2000, 1, 1), 0, 100));
    }

    private static boolean numberIsKept(String call) {
        return house.tx(() -> house.entityManager()
                .createNativeQuery(
                        "select phone_sealed is not null from switchboard_visit where call_id = '" + call + "'")
                .getSingleResult()
                .toString()
                .matches("1|true"));
    }

    private static List<String> seats() {
        List<?> rows = house.tx(() -> house.entityManager()
                .createNativeQuery("select device from voice_seat")
                .getResultList());
        return rows.stream().map(Object::toString).toList();
    }

    private static boolean done(long id, Outcome outcome) {
        return house.ask(CallbackBook.class, book -> book.done(id, outcome, LOGIN));
    }

    private static Optional<WaitingCaller> with(String device) {
        return house.ask(WaitingLine.class, all -> all.with(device));
    }
}
