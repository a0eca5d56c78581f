package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

class RateGateTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");

    private final Instant tomorrow = MovingClock.atVietnam("2026-08-18T00:00").instant();

    @Test
    void aClockThatIsSetToAnotherDayAndBackGivesNoSecondDay() {
        int[] sent = {0};
        RateGate gate = new RateGate(
                Pace.parse("5/s").orElseThrow(),
                DailyCap.of(10, 20),
                () -> clock.instant().isBefore(tomorrow) ? sent[0] : 0,
                clock);
        sent[0] = sentWithin(gate, Duration.ofMinutes(1));
        assertThat(sent[0]).isEqualTo(10);
        clock.advance(Duration.ofDays(1));
        assertThat(gate.isSpent(Kind.ANSWER)).isFalse();
        clock.advance(Duration.ofDays(-1));
        assertThat(gate.isSpent(Kind.ANSWER)).isTrue();
    }

    @Test
    void aSmallBurstThenOneEveryThreeSeconds() {
        RateGate gate = gate("20/min", 1000, 0);
        assertThat(sentWithin(gate, Duration.ZERO)).isEqualTo(5);
        assertThat(gate.untilFree()).isEqualTo(Duration.ofSeconds(3));
        assertThat(sentWithin(gate, Duration.ofMinutes(10))).isEqualTo(200);
    }

    @Test
    void aFastLineSendsASecondsWorthAtOnce() {
        assertThat(sentWithin(gate("50/s", 100_000, 0), Duration.ofSeconds(10))).isBetween(540, 550);
    }

    @ParameterizedTest(name = "{0}, answers after {1} s, a window of {2}: about {3} texts in a minute")
    @CsvSource({"20/s, 2.5, 50, 1200", "20/s, 10, 50, 300", "20/min, 30, 5, 10", "1/s, 1, 1, 60"})
    void aCentreThatAnswersLateSlowsNoLineWhoseWindowIsWideEnough(
            String pace, double answersAfter, int window, int about) {
        RateGate gate = gate(pace, 100_000, 0);
        Deque<Long> answers = new ArrayDeque<>();
        int sent = 0;
        for (long now = 0; now < 60_000; now += 50) {
            for (; !answers.isEmpty() && answers.peek() <= now; answers.remove()) {
                gate.settle(1);
            }
            int chosen = 0;
            while (answers.size() + chosen < window && gate.isFree(Kind.ANSWER, answers.size(), chosen)) {
                chosen++;
            }
            gate.take(chosen);
            sent += chosen;
            answers.addAll(Collections.nCopies(chosen, now + (long) (answersAfter * 1000)));
            clock.advance(Duration.ofMillis(50));
        }
        assertThat(sent).isBetween(about - about / 20, about + about / 20);
    }

    @Test
    void whatWasTakenAndNeverLeftIsGivenBackWhole() {
        RateGate gate = gate("20/min", 1000, 0);
        sentWithin(gate, Duration.ZERO);
        Duration before = gate.untilFree();
        gate.take(1);
        assertThat(gate.untilFree()).isGreaterThan(before);
        gate.giveBack();
        assertThat(gate.untilFree()).isEqualTo(before);
    }

    @Test
    void longMessagesPayForTheirParts() {
        RateGate gate = gate("20/min", 1000, 0);
        pay(gate, 8);
        assertThat(gate.untilFree()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void theDaysCapHoldsOverARestartAndEndsAtMidnight() {
        RateGate gate = gate("20/min", 10, 8);
        assertThat(sentWithin(gate, Duration.ofMinutes(5))).isEqualTo(2);
        assertThat(gate.isSpent(Kind.ANSWER)).isTrue();
        assertThat(gate.untilFree()).isEqualTo(Duration.ofHours(14).plusMinutes(25));
        clock.advance(gate.untilFree());
        assertThat(gate.isSpent(Kind.ANSWER)).isFalse();
        assertThat(gate.untilFree()).isZero();
    }

    @ParameterizedTest(name = "{0} parts of 1000 went out: {1} may leave is {2}")
    @CsvSource({
        "799, NOTICE, true",
        "799, SURVEY, true",
        "800, NOTICE, false",
        "800, SURVEY, false",
        "800, ANSWER, true",
        "800, PROBE, true",
        "1000, ANSWER, false",
        "1000, PROBE, false",
        "1000, ALARM, true"
    })
    void whatNobodyAskedForLeavesAReserveAndAnAlarmKnowsNoCap(int used, Kind kind, boolean free) {
        RateGate gate = gate("20/min", 1000, used);
        assertThat(gate.isFree(kind, 0, 0)).isEqualTo(free);
        assertThat(gate.isSpent(kind)).isEqualTo(!free);
    }

    @Test
    void aLineThatNeverSendsSendsNoAlarm() {
        assertThat(gate("20/min", 0, 0).isFree(Kind.ALARM, 0, 0)).isFalse();
    }

    @Test
    void aTryThatNeverLeftCostsPaceButNothingOfTheDay() {
        RateGate gate = gate("60/min", 10, 9);
        for (int i = 0; i < 15; i++) {
            pay(gate, 0);
        }
        assertThat(gate.isFree(Kind.ANSWER, 0, 0)).isFalse();
        assertThat(gate.isSpent(Kind.ANSWER)).isFalse();
    }

    @Test
    void aClockThatJumpsGivesNoBurst() {
        RateGate gate = gate("20/min", 1000, 0);
        sentWithin(gate, Duration.ZERO);
        clock.advance(Duration.ofHours(-1));
        assertThat(gate.untilFree()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(3));
        clock.advance(Duration.ofDays(400));
        assertThat(sentWithin(gate, Duration.ZERO)).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"20/min,0.3333,5", "1/min,0.0166,1", "5/s,5,5", "1000/s,1000,1000", " 30 / min ,0.5,7"})
    void readsAPace(String text, double perSecond, double burst) {
        Pace pace = Pace.parse(text).orElseThrow();
        assertThat(pace.perSecond()).isCloseTo(perSecond, org.assertj.core.data.Offset.offset(0.001));
        assertThat(pace.burst()).isEqualTo(burst);
    }

    @ParameterizedTest(name = "\"{0}\" is no pace")
    @ValueSource(strings = {"", "20", "0/min", "-1/s", "20/h", "20/minute", "1e9/s", "9999999/s"})
    void refusesOtherPaces(String text) {
        assertThat(Pace.parse(text)).isEmpty();
    }

    private static void pay(RateGate gate, int parts) {
        gate.take(1);
        gate.settle(parts);
    }

    private RateGate gate(String pace, int cap, int used) {
        return new RateGate(
                Pace.parse(pace).orElseThrow(),
                DailyCap.of(cap, 20),
                () -> clock.instant().isBefore(tomorrow) ? used : 0,
                clock);
    }

    /** How many single parts go out in {@code span}, looking every tenth of a second. */
    private int sentWithin(RateGate gate, Duration span) {
        int sent = 0;
        for (long left = span.toMillis(); ; left -= 100) {
            while (gate.untilFree().isZero()) {
                pay(gate, 1);
                sent++;
            }
            if (left <= 0) {
                return sent;
            }
            clock.advance(Duration.ofMillis(100));
        }
    }
}
