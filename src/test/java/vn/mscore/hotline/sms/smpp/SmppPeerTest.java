package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.PDUComposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.LoggedWords;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** Centres that keep silent, are full, or answer what nobody asked (security rows 81, 83, 85). */
@Timeout(120)
@Waits
class SmppPeerTest {
    private static final int LIMIT_MILLIS = 20_000;

    private final KeptIntake intake = new KeptIntake();

    private static SmppLine to(ServerSocket door) {
        return QuickLine.to("smpp://u@127.0.0.1:" + door.getLocalPort(), Map.of());
    }

    @FunctionalInterface
    private interface Played {
        void by(Peer peer, SmppLine line, ServerSocket door) throws Exception;
    }

    /** Plays a centre that a line has bound to and is ready at. */
    private void bound(Played played) throws Exception {
        try (ServerSocket door = new ServerSocket(0)) {
            door.setSoTimeout(LIMIT_MILLIS);
            SmppLine line = to(door);
            line.start(intake);
            try (Peer peer = Peer.bound(door)) {
                assertThat(ready(line)).isTrue();
                played.by(peer, line, door);
            } finally {
                line.stop();
            }
        }
    }

    private static boolean ready(SmppLine line) throws InterruptedException {
        return Centre.await(() -> line.state().status() == Status.READY);
    }

    @Test
    void row83aCentreThatDoesNotAnswerEnquireLinkIsLeftAndBoundToAgain() throws Exception {
        bound((silent, line, door) -> {
            assertThat(silent.next().command()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK);
            assertThat(silent.ends()).isTrue();
            try (Peer again = Peer.bound(door)) {
                assertThat(ready(line)).isTrue();
            }
        });
    }

    @Test
    void row81anAnswerOfAnotherSequenceIsNobodysAndTheRightOneCounts() throws Exception {
        LineCounts counts = new LineCounts();
        try (ServerSocket door = new ServerSocket(0);
                LoggedWords log = LoggedWords.of(SmppBinding.class)) {
            door.setSoTimeout(LIMIT_MILLIS);
            SmppLine line = QuickLine.counted("smpp://u@127.0.0.1:" + door.getLocalPort(), counts);
            line.start(intake);
            try (Peer peer = Peer.bound(door)) {
                assertThat(ready(line)).isTrue();
                CompletableFuture<SendOutcome> sending = sending(line);
                int sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
                peer.took(sequence + 500, "9999");
                peer.took(sequence, "1001");
                peer.took(sequence, "8888");
                SendOutcome outcome = sending.get(20, TimeUnit.SECONDS);
                assertThat(outcome.result()).isEqualTo(Result.SENT);
                assertThat(outcome.references()).containsExactly("1001");
                assertThat(Centre.await(() -> unasked(counts) == 2))
                        .as("one of another sequence, one said twice")
                        .isTrue();
                assertThat(log.lines()).containsOnlyOnce("line op: an answer that nobody waits for");
            } finally {
                line.stop();
            }
        }
    }

    private static long unasked(LineCounts counts) {
        return counts.lines().stream()
                .mapToLong(SmsFigures.LineFigures::unasked)
                .sum();
    }

    @Test
    void row85aCentreWhoseQueueIsFullSlowsTheLineAndGetsTheTextLater() throws Exception {
        try (Centre centre = new Centre()) {
            SmppLine line = QuickLine.to(centre.address(""), Map.of());
            line.start(intake);
            try {
                assertThat(ready(line)).isTrue();
                centre.status = sms -> SMPPConstant.STAT_ESME_RMSGQFUL;
                Submission text = new Submission(7, new PhoneNumber("+84912345678"), "x");
                SendOutcome full = line.send(text);
                assertThat(full.result()).isEqualTo(Result.RETRY);
                assertThat(full.reason()).contains("0x00000014");
                assertThat(line.state().detail()).contains("slower pace");
                centre.status = sms -> 0;
                assertThat(Centre.await(() -> line.send(text).result() == Result.SENT))
                        .isTrue();
                assertThat(centre.submitted).hasSize(1);
                assertThat(line.state().detail()).doesNotContain("slower pace");
            } finally {
                line.stop();
            }
        }
    }

    @Test
    void anAbsurdLengthIsShownOnTheLine() throws Exception {
        try (ServerSocket door = new ServerSocket(0);
                LoggedWords board = LoggedWords.of(SmppBoard.class)) {
            SmppLine line = to(door);
            line.start(intake);
            try (Peer peer = Peer.bound(door)) {
                peer.say("7FFFFFFF 00000005");
                String shown = "line op: LOST, the connection ended: a PDU of 2147483647 octets";
                assertThat(Centre.await(() -> board.lines().contains(shown))).isTrue();
            } finally {
                line.stop();
            }
        }
    }

    @Test
    void onlyTheAnswerToASubmissionIsOneAndANackIsNoSuccess() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<SendOutcome> first = sending(line);
            int sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
            peer.say("00000010 80000015 00000000 %08X".formatted(sequence));
            peer.took(sequence, "1001");
            assertThat(first.get(20, TimeUnit.SECONDS).references())
                    .as("not the answer to another question")
                    .containsExactly("1001");
            CompletableFuture<SendOutcome> second = sending(line);
            sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
            peer.say("00000010 80000000 00000000 %08X".formatted(sequence));
            assertThat(second.get(20, TimeUnit.SECONDS).result()).isEqualTo(Result.RETRY);
        });
    }

    @Test
    void anUnbindOfTheCentreIsAnsweredNothingFollowsAndWhatWasOnItsWayIsOfUnknownFate() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<SendOutcome> sending = sending(line);
            peer.next(SMPPConstant.CID_SUBMIT_SM);
            peer.say("00000010 00000006 00000000 00000309");
            SmppPdu answer = peer.next(SMPPConstant.CID_UNBIND_RESP);
            assertThat(answer.sequence()).isEqualTo(0x309);
            assertThat(answer.status()).isZero();
            assertThat(peer.rest()).isEmpty();
            assertThat(sending.get(20, TimeUnit.SECONDS).result()).isEqualTo(Result.UNKNOWN);
            try (Peer again = Peer.bound(door)) {
                assertThat(ready(line)).isTrue();
            }
        });
    }

    @Test
    void ourUnbindLetsTheCentreAnswerWhatIsOnItsWayAndNothingFollowsIt() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<SendOutcome> sending = sending(line);
            int submitted = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(line::stop);
            int unbind = peer.next(SMPPConstant.CID_UNBIND).sequence();
            peer.took(submitted, "1001");
            peer.say("00000010 80000006 00000000 %08X".formatted(unbind));
            assertThat(sending.get(20, TimeUnit.SECONDS).references()).containsExactly("1001");
            assertThat(peer.rest()).isEmpty();
            stopping.get(20, TimeUnit.SECONDS);
        });
    }

    @Test
    void betweenOurUnbindAndItsAnswerOnlyAnswersLeave() throws Exception {
        try (ServerSocket door = new ServerSocket(0);
                Socket ours = new Socket("127.0.0.1", door.getLocalPort());
                Peer peer = new Peer(door.accept());
                SmppLink link = new SmppLink(new SmppSocket(ours, ours))) {
            CompletableFuture<SmppPdu> unbind = CompletableFuture.supplyAsync(() -> asked(link, PDUComposer::unbind));
            peer.next(SMPPConstant.CID_UNBIND);
            assertThatThrownBy(() -> link.ask(PDUComposer::enquireLink, Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(LinkLost.class, lost -> assertThat(lost.handedOver())
                            .isFalse());
            assertThat(link.answer(PDUComposer::enquireLinkResp, 7)).isTrue();
            assertThat(peer.next().command()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            assertThat(unbind).isNotDone();
        }
    }

    @Test
    void nothingFollowsTheAnswerToAnUnbindWhoeverWritesNext() throws Exception {
        try (ServerSocket door = new ServerSocket(0);
                Socket ours = new Socket("127.0.0.1", door.getLocalPort());
                Peer peer = new Peer(door.accept());
                SmppLink link = new SmppLink(new SmppSocket(ours, ours))) {
            assertThat(link.answer((composer, number) -> composer.unbindResp(SMPPConstant.STAT_ESME_ROK, number), 7))
                    .isTrue();
            assertThat(link.open()).isFalse();
            assertThat(link.answer(PDUComposer::enquireLinkResp, 8)).isFalse();
            assertThat(peer.rest()).containsExactly(SMPPConstant.CID_UNBIND_RESP);
        }
    }

    @ParameterizedTest(name = "message_id {0}: {1}")
    @CsvSource({"'34 37 31 31', 4711", "'34 37 31 31 00', 4711", "00, ''", "'', ''"})
    void anIdNeedsNoZeroBehindItAndNoneIsNoReference(String octets, String id) throws Exception {
        try (LoggedWords log = LoggedWords.of(Submitter.class)) {
            bound((peer, line, door) -> {
                CompletableFuture<SendOutcome> sending = sending(line);
                int sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
                int length = 16 + octets.replace(" ", "").length() / 2;
                peer.say("%08X 80000004 00000000 %08X %s".formatted(length, sequence, octets));
                SendOutcome outcome = sending.get(20, TimeUnit.SECONDS);
                assertThat(outcome.result()).isEqualTo(Result.SENT);
                assertThat(String.join(",", outcome.references())).isEqualTo(id);
                assertThat(outcome.references()).doesNotContain("");
                assertThat(outcome.parts()).isEqualTo(1);
                assertThat(log.lines()).hasSize(id.isEmpty() ? 1 : 0);
            });
        }
    }

    @Test
    void aTextThatWasTakenTooLateForUsToWaitDoesNotGoOutTwice() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<SendOutcome> first = sending(line);
            int sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
            while (!first.isDone()) {
                SmppPdu asked = peer.next(SMPPConstant.CID_ENQUIRE_LINK);
                peer.say("00000010 80000015 00000000 %08X".formatted(asked.sequence()));
            }
            assertThat(first.get().result()).isEqualTo(Result.UNKNOWN);
            peer.took(sequence, "1001");
            SmppPdu enquired = peer.next(SMPPConstant.CID_ENQUIRE_LINK);
            peer.say("00000010 80000015 00000000 %08X".formatted(enquired.sequence()));
            peer.next(SMPPConstant.CID_ENQUIRE_LINK);
            SendOutcome second = sending(line).get(20, TimeUnit.SECONDS);
            assertThat(second.result()).isEqualTo(Result.SENT);
            assertThat(second.references()).containsExactly("1001");
        });
    }

    @Test
    void aCentreThatLivesAndAnswersNoTextIsBoundToAgainAndShown() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<Void> alive = CompletableFuture.runAsync(() -> answersEnquiries(peer));
            for (int text = 0; text < 3; text++) {
                assertThat(sending(line).get(20, TimeUnit.SECONDS).result()).isEqualTo(Result.UNKNOWN);
            }
            alive.get(20, TimeUnit.SECONDS);
            try (Peer again = Peer.bound(door)) {
                assertThat(Centre.await(() -> line.state().detail().contains("answers no text")))
                        .isTrue();
                assertThat(line.state().status()).isEqualTo(Status.LOST);
                assertThat(Centre.await(() -> line.state().sendable())).isTrue();
                CompletableFuture<SendOutcome> trial = sending(line);
                again.took(again.next(SMPPConstant.CID_SUBMIT_SM).sequence(), "1001");
                assertThat(trial.get(20, TimeUnit.SECONDS).result()).isEqualTo(Result.SENT);
                assertThat(line.state().status()).isEqualTo(Status.READY);
            }
        });
    }

    /** And takes texts without a word, until the line leaves. */
    private static void answersEnquiries(Peer peer) {
        try {
            while (true) {
                SmppPdu enquiry = peer.next(SMPPConstant.CID_ENQUIRE_LINK);
                peer.say("00000010 80000015 00000000 %08X".formatted(enquiry.sequence()));
            }
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    /** It may have given up the text before our answer came through: a proof of too late proves nothing. */
    @Test
    void whatComesAgainOnASessionThatStoodStillIsKnown() throws Exception {
        String text = "00 010139313233343500 000031383038 00 000000000000000000 02 4844";
        try (ServerSocket door = new ServerSocket(0)) {
            door.setSoTimeout(LIMIT_MILLIS);
            SmppLine line = QuickLine.unasked("smpp://u@127.0.0.1:" + door.getLocalPort());
            line.start(intake);
            try (Peer peer = Peer.bound(door)) {
                for (int number = 1; number <= 2; number++) {
                    String octets = text.replace(" ", "");
                    peer.say("%08X 00000005 00000000 %08X %s".formatted(16 + octets.length() / 2, number, octets));
                    assertThat(peer.next(SMPPConstant.CID_DELIVER_SM_RESP).status())
                            .isZero();
                    SmppPdu enquiry = peer.next(SMPPConstant.CID_ENQUIRE_LINK);
                    Thread.sleep(SmppLink.STANDSTILL.plusMillis(500).toMillis());
                    peer.say("00000010 80000015 00000000 %08X".formatted(enquiry.sequence()));
                }
                assertThat(Centre.await(() -> intake.log().size() == 2)).isTrue();
                assertThat(intake.log().get(1)).isEqualTo("duplicate");
            } finally {
                line.stop();
            }
        }
    }

    @Test
    void aCentreThatForgotThatWeAreBoundIsBoundToAgain() throws Exception {
        bound((peer, line, door) -> {
            CompletableFuture<SendOutcome> sending = sending(line);
            int sequence = peer.next(SMPPConstant.CID_SUBMIT_SM).sequence();
            peer.say("00000010 80000004 00000004 %08X".formatted(sequence));
            assertThat(sending.get(20, TimeUnit.SECONDS).result()).isEqualTo(Result.RETRY);
            assertThat(peer.ends()).isTrue();
            try (Peer again = Peer.bound(door)) {
                assertThat(ready(line)).isTrue();
            }
        });
    }

    private static SmppPdu asked(SmppLink link, SmppLink.Request request) {
        try {
            return link.ask(request, Duration.ofSeconds(20));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<SendOutcome> sending(SmppLine line) {
        return CompletableFuture.supplyAsync(() -> line.send(new Submission(7, new PhoneNumber("+84912345678"), "x")));
    }
}
