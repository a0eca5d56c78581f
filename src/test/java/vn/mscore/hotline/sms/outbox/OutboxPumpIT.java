package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsOutbox;

class OutboxPumpIT extends PostRoom {
    @Test
    void anAnswerIsSentOnceAndItsStateTellsSo() {
        assertThat(put(answer(LAN, "xin chao"))).isEmpty();
        work();
        work();
        assertThat(m1.texts()).containsExactly("xin chao");
        assertThat(m1.sent.get(0).to()).isEqualTo(LAN);
        assertThat(states()).containsExactly("SENT");
        assertThat(figures().lines().get(0).sent()).isEqualTo(1);
    }

    @Test
    void aRowIsCommittedAsSendingBeforeTheLineIsAsked() {
        List<String> seen = new ArrayList<>();
        m1.script = sms -> {
            seen.addAll(states());
            return m1.taken();
        };
        put(answer(LAN, "x"));
        work();
        assertThat(seen).containsExactly("SENDING");
    }

    @Test
    void textsThatAreWrittenTogetherWakeTheirLineOnce() {
        OutboxSignal signal = house.get(OutboxSignal.class);
        long before = signal.count("m1");
        house.tx(() -> house.get(Sql.class).together(() -> {
            SmsOutbox outbox = house.get(SmsOutbox.class);
            return List.of(outbox.put(answer(LAN, "x")), outbox.put(answer(MINH, "y")));
        }));
        assertThat(signal.count("m1")).isEqualTo(before + 1);
        put(answer(LAN, "z"));
        assertThat(signal.count("m1")).isEqualTo(before + 2);
        work();
        assertThat(m1.texts()).containsExactly("x", "y", "z");
    }

    @Test
    void anAnswerGoesBeforeAProbeBeforeANoticeBeforeASurvey() {
        put(unasked(LAN, "survey", Kind.SURVEY));
        put(unasked(LAN, "notice", Kind.NOTICE));
        put(unasked(OURS, "probe", Kind.PROBE));
        put(answer(LAN, "answer"));
        work();
        assertThat(m1.texts()).containsExactly("answer", "probe", "notice", "survey");
    }

    @Test
    void aProbeGoesBeforeMoreNoticesThanAreLookedAtAtOnce() {
        for (int i = 0; i < 6; i++) {
            put(unasked(number(i), "notice " + i, Kind.NOTICE));
        }
        put(unasked(OURS, "probe", Kind.PROBE));
        work();
        assertThat(m1.texts()).hasSize(7).startsWith("probe", "notice 0").endsWith("notice 5");
    }

    @Test
    void aTextWaitsForItsHourAndIsNotSentAfterItsDay() {
        put(OutgoingSms.unasked(LAN, "mai", Kind.NOTICE, clock.instant().plus(Duration.ofHours(10))));
        put(OutgoingSms.unasked(MINH, "cu", Kind.NOTICE, clock.instant()));
        put(answer(MINH, "tra loi cu"));
        Instant begin = clock.instant();
        m1.status = LineState.Status.LOST;
        work();
        clock.advance(Duration.ofHours(25));
        m1.status = LineState.Status.READY;
        care();
        work();
        assertThat(m1.texts()).containsExactly("mai");
        assertThat(states()).containsExactlyInAnyOrder("SENT", "EXPIRED", "EXPIRED");
        LineDays days = house.get(LineDays.class);
        assertThat(house.tx(() -> days.expiredAnswers(begin))).as("of today").isEqualTo(1);
        assertThat(house.tx(() -> days.expiredAnswers(clock.instant()))).isZero();
    }

    @Test
    void whatTheNetworkPutsOffIsTriedAgainLaterAndLater() {
        m1.script = sms -> ScriptedLine.outcome(Result.RETRY);
        put(answer(LAN, "x"));
        List<Instant> tries = new ArrayList<>();
        Instant end = clock.instant().plus(Duration.ofMinutes(10));
        while (clock.instant().isBefore(end)) {
            int before = m1.sent.size();
            work();
            if (m1.sent.size() > before) {
                tries.add(clock.instant());
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(tries).hasSizeBetween(6, 9);
        m1.script = sms -> m1.taken();
        // The longest wait of the plan: ten minutes and a fifth.
        clock.advance(Duration.ofMinutes(12));
        work();
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void whatTheNetworkRefusesIsNotTriedAgain() {
        m1.script = sms -> ScriptedLine.outcome(Result.REFUSED);
        put(answer(LAN, "x"));
        work();
        clock.advance(Duration.ofHours(1));
        care();
        work();
        assertThat(m1.sent).hasSize(1);
        assertThat(states()).containsExactly("FAILED");
    }

    @Test
    void answersThatFailedOrGrewTooOldAreCountedForAnHour() {
        m1.script = sms -> ScriptedLine.outcome(Result.REFUSED);
        put(answer(LAN, "refused"));
        put(unasked(LAN, "nobody waits for it", Kind.NOTICE));
        work();
        m1.status = LineState.Status.LOST;
        put(answer(MINH, "old"));
        assertThat(figures().answersLost()).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        assertThat(figures().answersLost()).isZero();
        care();
        assertThat(figures().answersLost()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        assertThat(figures().answersLost()).isZero();
    }

    @Test
    void row72ATextOfUnknownFateGetsOneSecondCopyAndNeverAThird() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "x"));
        for (int i = 0; i < 100; i++) {
            work();
            care();
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(m1.sent).hasSize(2);
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @ParameterizedTest(name = "{0} of {1} parts with references {2}: {3} are paid")
    @CsvSource({
        "SENT, 2, 7 8, 2",
        "UNKNOWN, 3, 7, 3",
        "UNKNOWN, 0, '', 1",
        "RETRY, 2, 7, 1",
        "RETRY, 2, '', 0",
        "REFUSED, 2, '', 0"
    })
    void whatTheNetworkMayChargeForIsCountedAsPaid(Result result, int parts, String references, long paid) {
        List<String> taken = Arrays.stream(references.split(" "))
                .filter(text -> !text.isEmpty())
                .toList();
        m1.script = sms -> new SendOutcome(result, taken, "", parts, 0);
        put(answer(LAN, "x"));
        work();
        assertThat(figures().lines().get(0).parts()).isEqualTo(paid);
    }

    @Test
    void aQuestionOfUnknownFateIsNotRepeated() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(unasked(LAN, "x", Kind.SURVEY));
        work();
        clock.advance(Duration.ofMinutes(5));
        care();
        work();
        assertThat(m1.sent).hasSize(1);
    }

    @Test
    void whatWasInHandWhenTheProcessDiedIsOfUnknownFate() {
        put(answer(LAN, "x"));
        m1.script = sms -> {
            throw new Killed();
        };
        try {
            worker.step();
        } catch (Killed e) {
            assertThat(states()).containsExactly("SENDING");
        }
        restart();
        assertThat(states()).containsExactly("UNKNOWN");
        clock.advance(Duration.ofMinutes(3));
        care();
        work();
        assertThat(m1.texts()).containsExactly("x");
        assertThat(states()).containsExactly("SENT");
    }

    /** A modem at a serial port is in the settings of its own node only: nobody takes it over. */
    @ParameterizedTest(name = "the lease of {0}, which another node had, ends in {1} s: {2}, {3} by our line")
    @CsvSource({"serial, -1, UNKNOWN, 1", "serial, 3600, SENDING, 0", "m1, -1, SENDING, 0"})
    void whatADeadNodeHadInHandIsGivenUpWithItsLeaseWhenThatHasEnded(String line, int left, String state, int sent) {
        inHandElsewhere(line, left);
        care();
        careFor(LineLeases.LENGTH_SECONDS - 1);
        assertThat(states()).as("a second before").containsExactly("SENDING");
        careFor(1);
        assertThat(states()).containsExactly(state);
        assertThat(column("select node from sms_line_lease")).containsExactly(sent > 0 ? "" : "hai");
        clock.advance(Duration.ofMinutes(3));
        care();
        work();
        assertThat(m1.texts()).hasSize(sent);
    }

    /** When a database comes back every lease has run out, those of living nodes too. */
    @ParameterizedTest(name = "{0}: what another node has in hand is left to it")
    @CsvSource({
        "update sms_line_lease set until_at = utc_timestamp(3) + interval 1 hour,"
                + " update sms_line_lease set until_at = utc_timestamp(3) - interval 1 second",
        "rename table sms_line_lease to away, rename table away to sms_line_lease"
    })
    void aLeaseThatWasKeptOrCouldNotBeLookedAtIsWaitedForAnew(String meanwhile, String back) {
        inHandElsewhere("serial", -1);
        care();
        house.schema().change(meanwhile);
        Throwable failure = catchThrowable(() -> careFor(5));
        assertThat(failure != null).isEqualTo(meanwhile.startsWith("rename"));
        house.schema().change(back);
        careFor(15);
        assertThat(states()).containsExactly("SENDING");
        careFor(10);
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @ParameterizedTest(name = "looks {0} s apart for a lease: {1}")
    @CsvSource({"10, UNKNOWN", "11, SENDING", "600, SENDING"})
    void looksFarApartBeginTheCountAnew(int apart, String state) {
        inHandElsewhere("serial", -1);
        care();
        for (int waited = 0; waited < LineLeases.LENGTH_SECONDS; waited += apart) {
            clock.advance(Duration.ofSeconds(apart));
            care();
        }
        assertThat(states()).containsExactly(state);
        careFor(LineLeases.LENGTH_SECONDS);
        assertThat(states()).containsExactly("UNKNOWN");
    }

    private void careFor(int seconds) {
        for (int left = seconds; left > 0; left -= 5) {
            clock.advance(Duration.ofSeconds(Math.min(left, 5)));
            care();
        }
    }

    private void inHandElsewhere(String line, int left) {
        put(answerBy(line, "x"));
        house.schema()
                .change(
                        "update sms_outbox set state = 'SENDING', attempts = 1, sent_by = '" + line
                                + "', sending_at = created_at",
                        "insert into sms_line_lease (line, node, run, until_at) values ('" + line
                                + "', 'hai', 'x', utc_timestamp(3) + interval " + left + " second)");
    }

    @Test
    void aTextInHandAtTwoDeathsIsStillSent() {
        put(answer(LAN, "x"));
        for (int death = 0; death < 2; death++) {
            m1.script = sms -> {
                throw new Killed();
            };
            assertThatThrownBy(worker::step).isInstanceOf(Killed.class);
            restart();
            clock.advance(Duration.ofMinutes(3));
            care();
        }
        work();
        assertThat(m1.texts()).containsExactly("x");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aBreakingLineLeavesTheFateUnknown() {
        put(answer(LAN, "x"));
        m1.script = sms -> {
            throw new IllegalStateException("bug");
        };
        work();
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @Test
    void anAnswerLeavesByTheLineTheCitizenWroteTo() {
        ScriptedLine m2 = line("m2");
        LineWorker second = house.get(OutboxPump.class).worker(m2);
        put(answerBy("m2", "to m2"));
        put(unasked(MINH, "any", Kind.NOTICE));
        work();
        assertThat(m1.texts()).containsExactly("any");
        while (second.step()) {
            assertThat(m2.sent).hasSizeLessThan(5);
        }
        assertThat(m2.texts()).containsExactly("to m2");
    }

    @Test
    void aLostLineKeepsItsAnswersForAMinuteAndAHalfAndABlockedOrRemovedOneDoesNot() {
        ScriptedLine m2 = line("m2");
        m2.status = LineState.Status.LOST;
        put(answerBy("m2", "lost"));
        put(answerBy("gone", "removed"));
        work();
        assertThat(m1.texts()).containsExactly("removed");
        clock.advance(Duration.ofSeconds(91));
        work();
        assertThat(m1.texts()).containsExactly("removed", "lost");
        m2.status = LineState.Status.READY;
        work();
        m2.status = LineState.Status.BLOCKED;
        put(answerBy("m2", "blocked"));
        work();
        assertThat(m1.texts()).contains("blocked");
    }
}
