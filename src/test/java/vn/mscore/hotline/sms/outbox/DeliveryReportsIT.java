package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.LoggedWords;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.Intake.ReceivedReport;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

class DeliveryReportsIT extends PostRoom {
    @Test
    void aDeliveryReportSavesTheSecondCopy() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "x"));
        work();
        report("17", LAN, 0);
        clock.advance(Duration.ofMinutes(5));
        care();
        work();
        assertThat(m1.sent).hasSize(1);
        assertThat(states()).containsExactly("SENT");
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    @Test
    void reportsOfAllPartsMakeAMessageDelivered() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "255", "0");
        put(answer(LAN, "long"));
        work();
        report("255", LAN, 0);
        assertThat(deliveries()).containsExactly("null");
        report("0", LAN, 0x30);
        report("0", MINH, 0);
        assertThat(deliveries()).containsExactly("null");
        report("0", LAN, 0);
        assertThat(deliveries()).containsExactly("DELIVERED");
        assertThat(column("select count(*) from sms_report where not matched")).containsExactly("1");
    }

    @Test
    void anIdOfACentreFitsItsPartWhateverRecipientTheReportNames() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, sms.text());
        put(answer(LAN, "1001"));
        put(answer(LAN, "twice"));
        put(answer(number(7), "twice"));
        put(answer(LAN, "17"));
        work();
        report("1001", MINH, 0);
        report("twice", MINH, 0);
        report("17", MINH, 0);
        assertThat(deliveries())
                .as("one part has it, two have it, a number of a modem")
                .containsExactly("DELIVERED", "null", "null", "null");
        report("twice", number(7), 0);
        assertThat(deliveries()).containsExactly("DELIVERED", "null", "DELIVERED", "null");
    }

    @Test
    void aReportWithTwoIdsFitsThePartThatHasOneOfThem() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, sms.text());
        put(answer(LAN, "1001"));
        put(answer(LAN, "1002"));
        work();
        note("1001", "1002");
        assertThat(deliveries()).as("the first one is there").containsExactly("DELIVERED", "null");
        note("2001", "1002");
        assertThat(deliveries()).containsExactly("DELIVERED", "DELIVERED");
    }

    private void note(String reference, String other) {
        house.tx(() -> {
            house.get(DeliveryReports.class)
                    .note(new ReceivedReport(
                            "m1", reference, LAN.e164(), 0, Optional.empty(), new byte[0], Optional.of(other)));
            return true;
        });
    }

    @Test
    void row81AReportThatFitsNothingIsCountedEachTimeAndToldOnce() {
        try (LoggedWords log = LoggedWords.of(SqlReports.class)) {
            m1.script = sms -> ScriptedLine.outcome(Result.SENT, "1");
            put(answer(LAN, "x"));
            work();
            report("1", LAN, 0);
            assertThat(unasked()).as("it fits").isZero();
            report("2", LAN, 0);
            report("1", MINH, 0);
            report("1", LAN, 0x41);
            assertThat(unasked())
                    .as("another reference, another number, a text that was reported")
                    .isEqualTo(3);
            assertThat(log.lines()).containsExactly("line m1: a delivery report that fits no text of ours");
        }
    }

    private long unasked() {
        return figures().lines().stream()
                .mapToLong(SmsFigures.LineFigures::unasked)
                .sum();
    }

    @Test
    void onePartThatFailedMakesTheWholeMessageFailed() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "1", "2", "3");
        put(answer(LAN, "long"));
        work();
        report("1", LAN, 0);
        report("2", LAN, 0x41);
        assertThat(deliveries()).containsExactly("FAILED");
        report("3", LAN, 0);
        assertThat(deliveries()).containsExactly("FAILED");
    }

    @Test
    void aReportThatOvertakesOurOwnNoteIsMatchedLater() {
        m1.script = sms -> {
            report("9", LAN, 0);
            return ScriptedLine.outcome(Result.SENT, "9");
        };
        put(answer(LAN, "x"));
        work();
        assertThat(deliveries()).containsExactly("null");
        care();
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    @Test
    void aReportThatOvertookOurNoteIsMatchedAmongHundredsThatNeverWillBe() {
        strangers(0, 210);
        m1.script = sms -> {
            report("9", LAN, 0);
            strangers(210, 420);
            return ScriptedLine.outcome(Result.SENT, "9");
        };
        put(answer(LAN, "x"));
        work();
        clock.advance(Duration.ofMinutes(5));
        care();
        care();
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    private void strangers(int from, int to) {
        house.tx(() -> {
            for (int i = from; i < to; i++) {
                house.get(DeliveryReports.class)
                        .note(new ReceivedReport("m1", "x" + i, MINH.e164(), 0, Optional.empty(), new byte[0]));
            }
            return true;
        });
    }

    @Test
    void halfOfATextIsNotDeliveredAndTheWholeIsSentAgain() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN, "1").ofParts(3, 3);
        put(answer(LAN, "long"));
        work();
        report("1", LAN, 0);
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(deliveries()).containsExactly("null");
        assertThat(column("select parts from sms_outbox"))
                .as("what may be charged")
                .containsExactly("3");
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "2", "3", "4");
        clock.advance(Duration.ofMinutes(5));
        care();
        work();
        assertThat(m1.sent).hasSize(2);
        report("2", LAN, 0);
        report("3", LAN, 0);
        assertThat(deliveries()).containsExactly("null");
        report("4", LAN, 0);
        assertThat(deliveries()).containsExactly("DELIVERED");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void reportsOfAllPartsMakeATextOfUnknownFateDelivered() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN, "1", "2").ofParts(2, 2);
        put(answer(LAN, "long"));
        work();
        report("1", LAN, 0);
        report("2", LAN, 0);
        assertThat(states()).containsExactly("SENT");
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    @Test
    void aReportWithoutReferenceSaysNothingOfALongText() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "long ".repeat(40)));
        work();
        report("17", LAN, 0);
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(column("select count(*) from sms_report where not matched")).containsExactly("1");
    }

    @Test
    void aTextOfUnknownFateThatFailedIsSentAgain() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "x"));
        work();
        report("17", LAN, 0x41);
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(deliveries()).containsExactly("FAILED");
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "18");
        clock.advance(Duration.ofMinutes(5));
        care();
        work();
        assertThat(states()).containsExactly("SENT");
        assertThat(deliveries()).containsExactly("null");
    }

    @Test
    void aReportOfAnotherTextDoesNotSettleTheOneInDoubt() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "7");
        put(answer(LAN, "first"));
        work();
        report("7", LAN, 0);
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "second"));
        work();
        clock.advance(Duration.ofSeconds(1));
        report("7", LAN, 0);
        report("7", LAN, 0x41);
        assertThat(states()).containsExactly("SENT", "UNKNOWN");
        assertThat(deliveries()).containsExactly("DELIVERED", "null");
    }

    @Test
    void aReportThatOvertakesTheNoteOfItsTextDoesNotSettleTheOneInDoubt() {
        m1.script = sms -> ScriptedLine.outcome(Result.UNKNOWN);
        put(answer(LAN, "first"));
        work();
        m1.script = sms -> {
            report("8", LAN, 0);
            return ScriptedLine.outcome(Result.SENT, "8");
        };
        put(answer(LAN, "second"));
        work();
        assertThat(states()).containsExactly("UNKNOWN", "SENT");
        clock.advance(Duration.ofSeconds(10));
        care();
        assertThat(states()).containsExactly("UNKNOWN", "SENT");
        assertThat(deliveries()).containsExactly("null", "DELIVERED");
    }

    @Test
    void theSameReportTwiceIsOneReport() {
        report("9", LAN, 0);
        report("9", LAN, 0);
        assertThat(column("select count(*) from sms_report")).containsExactly("1");
    }

    @Test
    void aReusedReferenceBelongsToTheNewestMessageToThatNumber() {
        m1.script = sms -> ScriptedLine.outcome(Result.SENT, "0");
        put(answer(LAN, "old"));
        put(answer(MINH, "other"));
        work();
        clock.advance(Duration.ofHours(1));
        put(answer(LAN, "new"));
        work();
        report("0", LAN, 0x41);
        assertThat(column("select delivery from sms_outbox order by id")).containsExactly("null", "null", "FAILED");
    }
}
