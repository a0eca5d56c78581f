package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** The line against jSMPP's own server: the good days and the bad ones. */
@Timeout(120)
@Waits
class SmppLineTest extends AtCentre {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void whatIsDeliveredIsAnsweredOnlyAfterItIsStored() throws Exception {
        bound(Map.of());
        intake.away(true);
        assertThat(centre.deliver(FROM, "TC 1")).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        assertThat(intake.log()).isEmpty();
        intake.away(false);
        assertThat(Centre.await(() -> redelivered("TC 1"))).isTrue();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 1");
    }

    private boolean redelivered(String text) {
        try {
            return centre.deliver(FROM, text) == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void alphabetsAreRead() throws Exception {
        bound(Map.of());
        centre.deliver(new Centre.Header(1, FROM, 0, 0x00), hex("11 00 1B 65"));
        centre.deliver(new Centre.Header(1, FROM, 0, 0x03), "phé".getBytes(ISO_8859_1));
        centre.deliver(new Centre.Header(1, FROM, 0, 0x08), "Cầu treo 🙂".getBytes(UTF_16BE));
        centre.deliver(new Centre.Header(1, FROM, 0, 0x04), hex("00 FF"));
        centre.deliver(new Centre.Header(1, FROM, 0, 0xF0), "flash".getBytes(US_ASCII));
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 _@€",
                        "TEXT +84912345678 phé",
                        "TEXT +84912345678 Cầu treo 🙂",
                        "MACHINE +84912345678 00FF",
                        "MACHINE +84912345678 flash");
    }

    @Test
    void aNameInDigitsIsNoNumber() throws Exception {
        bound(Map.of());
        centre.deliver(new Centre.Header(5, "0912345678", 0, 0), "x".getBytes(US_ASCII));
        centre.deliver(new Centre.Header(5, "VIETTEL", 0, 0), "x".getBytes(US_ASCII));
        centre.deliver(new Centre.Header(2, "912345678", 0, 0), "x".getBytes(US_ASCII));
        centre.deliver(new Centre.Header(0, FROM, 0, 0), "x".getBytes(US_ASCII));
        assertThat(intake.log())
                .containsExactlyInAnyOrder(
                        "TEXT \"0912345678\" x", "TEXT VIETTEL x", "TEXT 0912345678 x", "TEXT 84912345678 x");
        assertThat(PhoneNumber.parse("\"0912345678\"")).isEmpty();
    }

    @Test
    void longMessagesComeByHeaderBySarAndByPayload() throws Exception {
        bound(Map.of());
        centre.deliver(new Centre.Header(1, FROM, 0x40, 0), hex("05 00 03 2A 02 01 61 62"));
        centre.deliver(
                new Centre.Header(1, FROM, 0, 0),
                "cd".getBytes(US_ASCII),
                new OptionalParameter.Sar_msg_ref_num((short) 300),
                new OptionalParameter.Sar_total_segments((byte) 2),
                new OptionalParameter.Sar_segment_seqnum((byte) 2));
        String whole = "x".repeat(2000);
        Centre.Header header = new Centre.Header(1, FROM, 0, 0);
        centre.deliver(header, new byte[0], payload(whole));
        centre.deliver(header, "row 79".getBytes(US_ASCII), payload("row 79, the whole of it"));
        centre.deliver(header, "row 79, without payload".getBytes(US_ASCII), payload(""));
        centre.deliver(header, "row 79, the longer one".getBytes(US_ASCII), payload("row"));
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 ab 1/2",
                        "TEXT +84912345678 cd 2/2",
                        "TEXT +84912345678 " + whole,
                        "TEXT +84912345678 row 79, the whole of it",
                        "TEXT +84912345678 row 79, without payload",
                        "TEXT +84912345678 row 79, the longer one");
    }

    @Test
    void whatACentreJoinsIsTakenUpTo64Kilobytes() throws Exception {
        bound(Map.of());
        String of31Parts = "ậ".repeat(31 * 67);
        Centre.Header ucs2 = new Centre.Header(1, FROM, 0, 8);
        byte[] octets = of31Parts.getBytes(UTF_16BE);
        assertThat(centre.deliver(ucs2, new byte[0], new OptionalParameter.Message_payload(octets)))
                .isZero();
        String longest = "x".repeat(65_535);
        assertThat(centre.deliver(new Centre.Header(1, FROM, 0, 0), new byte[0], payload(longest)))
                .isZero();
        assertThat(intake.log())
                .containsExactlyInAnyOrder("TEXT +84912345678 " + of31Parts, "TEXT +84912345678 " + longest);
    }

    private static OptionalParameter payload(String text) {
        return new OptionalParameter.Message_payload(text.getBytes(US_ASCII));
    }

    @Test
    void longMessagesGoOutByHeaderInTheGsmAlphabet() throws Exception {
        bound(Map.of("hotline.sms.smpp.op.sender", "8055"));
        SendOutcome outcome = send("a".repeat(158) + "b{");
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(Result.SENT);
        assertThat(outcome.references()).containsExactly("1001", "1002");
        SubmitSm second = centre.submitted.get(1);
        assertThat(second.getDestAddress()).isEqualTo("84912345678");
        assertThat(second.getSourceAddr()).isEqualTo("8055");
        assertThat(second.getEsmClass()).isEqualTo((byte) 0x40);
        assertThat(second.getDataCoding()).isEqualTo((byte) 0);
        assertThat(second.getShortMessage()).startsWith(hex("05 00 03")).endsWith(hex("61 61 61 61 61 62 1B 28"));
        assertThat(centre.submitted.get(0).getShortMessage()).hasSize(6 + 153);
    }

    @Test
    void longMessagesGoOutBySarAndVietnameseInUcs2() throws Exception {
        bound(Map.of("hotline.sms.smpp.op.long", "sar"));
        assertThat(send("ậ".repeat(80)).references()).hasSize(2);
        SubmitSm second = centre.submitted.get(1);
        assertThat(second.getDataCoding()).isEqualTo((byte) 0x08);
        assertThat(second.getEsmClass()).isZero();
        assertThat(second.getShortMessage()).isEqualTo("ậ".repeat(13).getBytes(UTF_16BE));
        assertThat(second.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class)
                        .getValue())
                .isEqualTo((byte) 2);
    }

    @Test
    void theDefaultAlphabetMayBeLatin1() throws Exception {
        bound(Map.of("hotline.sms.smpp.op.alphabet", "latin1"));
        send("@é");
        send("Δ");
        centre.deliver(new Centre.Header(1, FROM, 0, 0), "é".getBytes(ISO_8859_1));
        assertThat(centre.submitted.get(0).getShortMessage()).isEqualTo("@é".getBytes(ISO_8859_1));
        assertThat(centre.submitted.get(1).getDataCoding()).isEqualTo((byte) 0x08);
        assertThat(intake.log()).containsExactly("TEXT +84912345678 é");
    }

    @Test
    void receiptsAreReadFromTextAndFromParameters() throws Exception {
        bound(Map.of());
        String text = "id:0000001001 sub:001 dlvrd:001 submit date:2611280610 done date:2611280611 stat:DELIVRD err:000"
                + " text:xin chao";
        centre.deliver(new Centre.Header(1, FROM, 0x04, 0), text.getBytes(US_ASCII));
        centre.deliver(
                new Centre.Header(1, FROM, 0x04, 0),
                new byte[0],
                new OptionalParameter.Receipted_message_id("1002"),
                new OptionalParameter.Message_state((byte) 5));
        centre.deliver(new Centre.Header(1, FROM, 0x04, 0), "hello".getBytes(US_ASCII));
        assertThat(intake.log())
                .containsExactly(
                        "REPORT 1001 +84912345678 DELIVERED",
                        "REPORT 1002 +84912345678 FAILED",
                        "QUARANTINE a receipt without id or state");
    }

    @Test
    void whatNoPersonWroteIsNoTextWhateverItsTypeSays() throws Exception {
        bound(Map.of());
        String receipt = "id:77 sub:001 dlvrd:001 submit date:2611280610 done date:2611280611 stat:DELIVRD err:000"
                + " text:xin chao";
        for (int esmClass : new int[] {0x00, 0x08, 0x10, 0x18, 0x24}) {
            centre.deliver(new Centre.Header(1, FROM, esmClass, 0), receipt.getBytes(US_ASCII));
        }
        centre.deliver(new Centre.Header(1, FROM, 0x08, 0), "TC 1".getBytes(US_ASCII));
        centre.deliver(new Centre.Header(1, FROM, 0x24, 0), "TC 2".getBytes(US_ASCII));
        centre.deliver(new Centre.Header(1, FROM, 0, 0), "id: 079 stat: chua co".getBytes(US_ASCII));
        centre.deliver(
                new Centre.Header(1, FROM, 0, 0),
                "TC 3".getBytes(US_ASCII),
                new OptionalParameter.Receipted_message_id("1002"),
                new OptionalParameter.Message_state((byte) 2));
        centre.deliver(
                new Centre.Header(1, FROM, 0, 0),
                "TC 4".getBytes(US_ASCII),
                new OptionalParameter.Receipted_message_id("1002"));
        String machine = "MACHINE +84912345678 ";
        assertThat(intake.log())
                .containsExactly(
                        machine + receipt,
                        machine + receipt,
                        machine + receipt,
                        machine + receipt,
                        machine + receipt,
                        machine + "TC 1",
                        "TEXT +84912345678 TC 2",
                        "TEXT +84912345678 id: 079 stat: chua co",
                        "REPORT 1002 +84912345678 DELIVERED",
                        "TEXT +84912345678 TC 4");
    }

    @Test
    void anUnansweredSubmissionIsOfUnknownFate() throws Exception {
        bound(Map.of());
        centre.status = sms -> pause(6000);
        SendOutcome outcome = send("x");
        assertThat(outcome.result()).isEqualTo(Result.UNKNOWN);
        assertThat(outcome.reason()).isEqualTo("no answer after the text");
    }

    @Test
    void aCutInMidWindowIsOfUnknownFateAtOnceAndTheLineComesBack() throws Exception {
        bound(Map.of());
        CountDownLatch withTheCentre = new CountDownLatch(3);
        CountDownLatch told = new CountDownLatch(1);
        centre.status = sms -> held(withTheCentre, told);
        List<CompletableFuture<SendOutcome>> flying = List.of(1, 2, 3).stream()
                .map(i -> CompletableFuture.supplyAsync(() -> send("x" + i), run -> new Thread(run).start()))
                .toList();
        assertThat(withTheCentre.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> cut = CompletableFuture.runAsync(centre::cut);
        for (CompletableFuture<SendOutcome> one : flying) {
            SendOutcome outcome = one.get(20, TimeUnit.SECONDS);
            assertThat(outcome.result()).isEqualTo(Result.UNKNOWN);
            assertThat(outcome.reason()).as("told by the cut, not by a clock").startsWith("the connection ended");
        }
        told.countDown();
        cut.get(20, TimeUnit.SECONDS);
        centre.status = sms -> 0;
        ready();
        assertThat(Centre.await(() -> send("y").result() == Result.SENT)).isTrue();
    }

    private static int held(CountDownLatch arrived, CountDownLatch until) {
        arrived.countDown();
        try {
            assertThat(until.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    static int pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Test
    void aWrongPasswordNeedsAPersonAndIsTriedAgain() throws Exception {
        line(centre.address(""), Map.of("hotline.sms.smpp.op.password", "falsch"));
        assertThat(Centre.await(() -> line.state().status() == Status.BLOCKED)).isTrue();
        assertThat(line.state().detail()).contains("0x0000000E").doesNotContain("falsch");
        assertThat(Centre.await(() -> centre.binds.get() > 2)).isTrue();
    }

    @Test
    void aTransmitterAndAReceiverAreTwoSessions() throws Exception {
        line(centre.address("?bind=pair"), Map.of());
        ready();
        assertThat(centre.binds).hasValue(2);
        assertThat(centre.deliver(FROM, "x")).isZero();
        assertThat(send("y").result()).isEqualTo(Result.SENT);
    }

    @Test
    void withoutItsReceiverAPairStillSendsAndShowsTheLoss() throws Exception {
        centre.refuseReceivers = SMPPConstant.STAT_ESME_RBINDFAIL;
        line(centre.address("?bind=pair"), Map.of());
        assertThat(Centre.await(() -> line.state().sendable())).isTrue();
        assertThat(Centre.await(() -> line.state().status() == Status.BLOCKED)).isTrue();
        assertThat(line.state().sendable()).isTrue();
        assertThat(send("y").result()).isEqualTo(Result.SENT);
    }

    @Test
    void theCentreIsToldHowLongATextIsWorthIt() throws Exception {
        bound(Map.of());
        line.send(new Submission(7, LAN, "x", Duration.ofSeconds(5 * 3600 + 62)));
        line.send(new Submission(8, LAN, "x", Duration.ofSeconds(-1)));
        line.send(new Submission(9, LAN, "x"));
        assertThat(centre.submitted)
                .extracting(SubmitSm::getValidityPeriod)
                .containsExactly("000000050102000R", "000000000100000R", "000001000000000R");
    }

    @Test
    void aLinkHasNoDailyCapAndAPaceOfItsOwn() {
        line = QuickLine.to(centre.address(""), Map.of());
        assertThat(line.usualPace()).isEqualTo("20/s");
        assertThat(line.usualDailyCap()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void stoppingUnbinds() throws Exception {
        bound(Map.of());
        var session = centre.receiver();
        line.stop();
        assertThat(Centre.await(() -> !session.getSessionState().isBound())).isTrue();
        assertThat(send("x").result()).isEqualTo(Result.RETRY);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("smpp-op"))
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
