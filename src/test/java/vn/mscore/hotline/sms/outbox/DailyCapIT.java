package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.SmsLines;

/** What a line may send in a day, by kind. */
class DailyCapIT extends PostRoom {
    private static final String THREE_PARTS = "a".repeat(3 * 153);

    @Override
    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.put("hotline.sms.modem.m1.dailycap", "10");
        all.put("hotline.sms.modem.m2.dailycap", "10");
        return all;
    }

    @Test
    void aMorningOfNoticesLeavesRoomForAnswersAndAnAlarmGoesWhenAllIsSpent() {
        for (int i = 0; i < 20; i++) {
            put(unasked(number(i), "notice", Kind.NOTICE));
        }
        work();
        assertThat(m1.texts()).hasSize(8).containsOnly("notice");
        for (int i = 0; i < 4; i++) {
            put(answer(number(100 + i), "answer"));
        }
        work();
        assertThat(Collections.frequency(m1.texts(), "answer")).isEqualTo(2);
        put(new OutgoingSms(
                MINH, "alarm", Kind.ALARM, Optional.empty(), Duration.ofHours(4), Optional.empty(), Optional.empty()));
        work();
        assertThat(m1.texts()).hasSize(11).contains("alarm");
    }

    @Test
    void aWindowOfLongTextsPassesTheCapByNoMoreThanTheRestOfTheLast() {
        ScriptedLine wide = wide(sms -> ScriptedLine.outcome(Result.SENT, "1", "2", "3"));
        LineWorker block = house.get(OutboxPump.class).worker(wide);
        putThreeParts(10);
        block.step();
        assertThat(wide.sent).as("3 + 3 + 3 of 10 parts, and one more text").hasSize(4);
    }

    @Test
    void textsOnTheirWayCountOfTheDayWhileTheNetworkIsSilent() {
        CountDownLatch silent = new CountDownLatch(1);
        ScriptedLine wide = wide(sms -> {
            waitFor(silent);
            return ScriptedLine.outcome(Result.SENT, "1", "2", "3");
        });
        LineWorker block = house.get(OutboxPump.class).worker(wide);
        block.startHands(house.get(ThreadFactory.class));
        putThreeParts(10);
        block.step();
        house.get(OutboxSignal.class).wake("m2");
        block.step();
        List<String> states = states();
        silent.countDown();
        block.stop();
        block.run();
        assertThat(Collections.frequency(states, "SENDING"))
                .as("12 parts of 10")
                .isEqualTo(4);
        assertThat(wide.sent).hasSize(4);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ScriptedLine wide(Function<Submission, SendOutcome> script) {
        ScriptedLine wide = new ScriptedLine("m2");
        wide.window = 50;
        wide.script = script;
        house.get(SmsLines.class).add(wide);
        return wide;
    }

    private void putThreeParts(int texts) {
        for (int i = 0; i < texts; i++) {
            put(new OutgoingSms(
                    number(i),
                    THREE_PARTS,
                    Kind.ANSWER,
                    Optional.of("m2"),
                    Duration.ofHours(24),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    @Test
    void whatADeadNodeHadInHandCountsOfTheDayForTheOneThatTakesTheLine() {
        put(answer(LAN, THREE_PARTS.repeat(4)));
        m1.script = sms -> {
            throw new Killed();
        };
        assertThatThrownBy(worker::step).isInstanceOf(Killed.class);
        assertThat(house.get(LineGates.class).isSpent("m1", Kind.ANSWER)).isFalse();
        taken(m1);
        assertThat(house.get(LineGates.class).isSpent("m1", Kind.ANSWER)).isTrue();
    }

    @Test
    void aSecondCopyInTheHandOfADeadNodeCountsOfTheDayLikeTheFirst() {
        put(answer(LAN, "one report for three parts"));
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN).ofParts(3, 1);
        work();
        clock.advance(Duration.ofMinutes(3));
        care();
        m1.script = sms -> {
            throw new Killed();
        };
        assertThatThrownBy(worker::step).isInstanceOf(Killed.class);
        taken(m1);
        assertThat(column("select parts from sms_outbox")).containsExactly("6");
    }

    @ParameterizedTest(name = "{0} texts that were given up while the centre took them")
    @ValueSource(ints = {1, 2})
    void whatWasGivenUpAndWentOutAfterAllCountsOnce(int texts) {
        ScriptedLine wide = wide(sms -> {
            house.tx(() -> {
                house.tell(new LineTaken("m2"));
                return true;
            });
            return ScriptedLine.outcome(Result.SENT, "1", "2", "3");
        });
        LineWorker block = house.get(OutboxPump.class).worker(wide);
        putThreeParts(texts);
        block.step();
        assertThat(states()).containsOnly("UNKNOWN");
        block.step();
        assertThat(states()).hasSize(texts).containsOnly("SENT");
        assertThat(column("select concat(copies, parts) from sms_outbox")).containsOnly("13");
    }

    @ParameterizedTest(name = "a SIM: {0}; a try with {1} parts told costs {2} of the day")
    @CsvSource({"true, 0, 0", "true, 2, 1", "false, 2, 0"})
    void aFailedTryCostsTheDayOnlyOfASimWhoseNetworkWasAsked(boolean sim, int parts, int cost) {
        m1.countsFailedTries = sim;
        m1.script = sms -> new SendOutcome(Result.RETRY, List.of(), "later", parts, 0);
        List<OutgoingSms> tries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tries.add(answer(number(i), "answer"));
        }
        tries.forEach(this::put);
        work();
        assertThat(m1.sent).hasSize(10);
        assertThat(house.get(LineGates.class).isSpent("m1", Kind.ANSWER)).isEqualTo(cost > 0);
    }
}
