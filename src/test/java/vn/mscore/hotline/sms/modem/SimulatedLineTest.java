package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.Switch;

/** The driver against the simulated modem over TCP: the good days and the bad ones. */
@Waits
class SimulatedLineTest extends AtSimulatedModem {
    private long outboxId = 1;

    @BeforeEach
    void plug() {
        line = line(Optional.of("1234"));
    }

    private ModemLine line(Optional<String> pin) {
        return line(pin, new WrittenAt());
    }

    private ModemLine line(Optional<String> pin, WrittenAt written) {
        ModemAddress address = new ModemAddress(modem.address());
        return new ModemLine(settings("m1", address, pin), written.over(address.opener(THREADS)), THREADS, clock);
    }

    private void ready() throws InterruptedException {
        line.start(intake);
        await(Status.READY);
    }

    private void await(Status status) throws InterruptedException {
        assertThat(intake.await(() -> line.state().status() == status, LIMIT))
                .as("%s, but %s", status, line.state())
                .isTrue();
    }

    private void await(String entry) throws InterruptedException {
        assertThat(intake.await(() -> intake.has(entry), LIMIT))
                .as("%s in %s", entry, intake.log())
                .isTrue();
    }

    private void awaitKept(int entries) throws InterruptedException {
        assertThat(intake.await(() -> intake.log().size() == entries, LIMIT)).isTrue();
    }

    private void awaitEmptySim() throws InterruptedException {
        assertThat(intake.await(() -> line.state().simUsed() == 0, LIMIT))
                .as("empty SIM, but %s", line.state())
                .isTrue();
    }

    private SendOutcome send(String text) {
        return line.send(new Submission(outboxId++, new PhoneNumber(LAN), text));
    }

    @Test
    void textsComeInAndLeaveTheSim() throws Exception {
        ready();
        network.text(LAN, OFFICE, "TC 2026-000123");
        await("TEXT " + LAN + " TC 2026-000123");
        awaitEmptySim();
    }

    @Test
    void textsThatWaitedOnTheSimComeInAtStart() throws Exception {
        for (int i = 0; i < 20; i++) {
            network.text(LAN, OFFICE, "TC " + i);
        }
        ready();
        for (int i = 0; i < 20; i++) {
            await("TEXT " + LAN + " TC " + i);
        }
        awaitEmptySim();
    }

    @Test
    void longUnicodeTextsComeInByParts() throws Exception {
        ready();
        network.text(LAN, OFFICE, "Đường ".repeat(20));
        awaitKept(2);
        assertThat(intake.log()).allMatch(entry -> entry.endsWith("1/2") || entry.endsWith("2/2"));
    }

    @Test
    void repliesReachThePhoneAndTheirReportsComeBack() throws Exception {
        ready();
        SendOutcome outcome = send("Ho so dang xu ly");
        assertThat(outcome.result()).isEqualTo(Result.SENT);
        assertThat(outcome.references()).hasSize(1);
        assertThat(network.awaitReceived(LAN, 1, LIMIT)).singleElement().satisfies(m -> assertThat(m.text())
                .isEqualTo("Ho so dang xu ly"));
        await("REPORT " + outcome.references().get(0) + " " + LAN + " DELIVERED");
    }

    @Test
    void longRepliesAreJoinedByThePhone() throws Exception {
        ready();
        String text = "Hồ sơ của ông/bà đang chờ phòng Đăng ký đất đai. ".repeat(6);
        SendOutcome outcome = send(text);
        assertThat(outcome.references()).hasSizeGreaterThan(3);
        assertThat(network.awaitReceived(LAN, 1, LIMIT)).singleElement().satisfies(m -> assertThat(m.text())
                .isEqualTo(text));
    }

    @Test
    void nothingLeavesTheSimWhileTheDatabaseIsAway() throws Exception {
        ready();
        intake.away(true);
        network.text(LAN, OFFICE, "PA den duong hong");
        assertThat(intake.await(() -> intake.refused() >= 2, LIMIT))
                .as("refused, and tried again")
                .isTrue();
        assertThat(intake.log()).isEmpty();
        assertThat(line.state().simUsed()).isEqualTo(1);
        intake.away(false);
        await("TEXT " + LAN + " PA den duong hong");
        awaitEmptySim();
    }

    @Test
    void theLineWorksAgainAfterAnUnplug() throws Exception {
        ready();
        switches.set(Switch.UNPLUG, 1);
        await(Status.LOST);
        network.text(LAN, OFFICE, "HD");
        switches.set(Switch.UNPLUG, 0);
        await(Status.READY);
        await("TEXT " + LAN + " HD");
        assertThat(send("Chao").result()).isEqualTo(Result.SENT);
    }

    @Test
    void thePinIsEnteredAfterAColdStart() throws Exception {
        ready();
        switches.set(Switch.PIN, 1);
        switches.set(Switch.UNPLUG, 1);
        await(Status.LOST);
        switches.set(Switch.UNPLUG, 0);
        await(Status.READY);
    }

    @Test
    void aWrongPinIsTriedOnce() throws Exception {
        switches.set(Switch.PIN, 1);
        switches.set(Switch.UNPLUG, 1);
        switches.set(Switch.UNPLUG, 0);
        WrittenAt written = new WrittenAt();
        line = line(Optional.of("9999"), written);
        line.start(intake);
        await(Status.BLOCKED);
        assertThat(written.count("AT+CPIN=")).isEqualTo(1);
        line.stop();
        line = line(Optional.of("8888"), written);
        line.start(intake);
        // Blocked, and blocked again when it looks the next time.
        int asked = written.count("AT+CPIN?");
        assertThat(intake.await(() -> written.count("AT+CPIN?") >= asked + 2, LIMIT))
                .as("%s", line.state())
                .isTrue();
        await(Status.BLOCKED);
        assertThat(line.state().detail()).contains("delete");
        line.stop();
        assertThat(written.count("AT+CPIN=")).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsUnknownAndTheNextSendWorks() throws Exception {
        ready();
        switches.set(Switch.LOSE_ANSWER, 100);
        assertThat(send("mot").result()).isEqualTo(Result.UNKNOWN);
        switches.set(Switch.LOSE_ANSWER, 0);
        assertThat(send("hai").result()).isEqualTo(Result.SENT);
        assertThat(network.awaitReceived(LAN, 2, LIMIT)).hasSize(2);
    }

    @Test
    void aLostPromptIsTriedAgainLaterAndNothingWasSent() throws Exception {
        ready();
        switches.set(Switch.LOSE_PROMPT, 100);
        assertThat(send("mot").result()).isEqualTo(Result.RETRY);
        switches.set(Switch.LOSE_PROMPT, 0);
        assertThat(send("hai").result()).isEqualTo(Result.SENT);
        assertThat(network.awaitReceived(LAN, 1, LIMIT))
                .extracting(m -> m.text())
                .containsExactly("hai");
    }

    @Test
    void errorsAreClassedByTheirCode() throws Exception {
        ready();
        switches.set(Switch.SUBMIT_ERROR, 100);
        assertThat(send("mot"))
                .isEqualTo(new SendOutcome(Result.RETRY, java.util.List.of(), "+CMS ERROR 500").ofParts(1, 1));
        switches.set(Switch.SUBMIT_ERROR_CODE, 1);
        assertThat(send("hai").result()).isEqualTo(Result.REFUSED);
    }

    @Test
    void noiseInEveryAnswerDisturbsNothing() throws Exception {
        switches.set(Switch.NOISE, 100);
        ready();
        network.text(LAN, OFFICE, "TC 1");
        await("TEXT " + LAN + " TC 1");
        assertThat(send("Chao").result()).isEqualTo(Result.SENT);
    }

    @Test
    void aHangingModemIsFoundAndComesBack() throws Exception {
        ready();
        switches.set(Switch.HANG, 1);
        await(Status.LOST);
        switches.set(Switch.HANG, 0);
        await(Status.READY);
    }

    @Test
    void callsAreNotedAndHungUp() throws Exception {
        ready();
        network.call(LAN, OFFICE);
        await("CALL " + LAN);
    }

    @Test
    void withoutANetworkTheLineIsNotReady() throws Exception {
        switches.set(Switch.NO_NETWORK, 1);
        line.start(intake);
        assertThat(intake.await(
                        () -> line.state().detail().startsWith("searching")
                                || line.state().detail().startsWith("no network"),
                        LIMIT))
                .as("%s", line.state())
                .isTrue();
        assertThat(send("Chao").result()).isEqualTo(Result.RETRY);
        switches.set(Switch.NO_NETWORK, 0);
        await(Status.READY);
    }

    @Test
    @DisplayName("row 74: a device that is a line already is refused by the second, by its IMEI")
    void aSecondSerialNameOfTheSameDeviceRefuses() throws Exception {
        try (SimulatedModem one = another("+84905550101");
                SimulatedModem sameImei = another("+84905550102")) {
            ModemLine first = serialLine("s1", one);
            ModemLine second = serialLine("s2", sameImei);
            try {
                first.start(intake);
                assertThat(intake.await(() -> first.state().status() == Status.READY, LIMIT))
                        .isTrue();
                second.start(intake);
                assertThat(intake.await(() -> second.state().status() == Status.BLOCKED, LIMIT))
                        .isTrue();
                assertThat(second.state().detail()).isEqualTo("the same modem as line s1");
                assertThat(first.state().status()).isEqualTo(Status.READY);
            } finally {
                second.stop();
                first.stop();
            }
        }
    }

    private SimulatedModem another(String number) {
        SimulatedModem modem = new SimulatedModem(
                vn.mscore.hotline.sms.simulator.ModemSettings.of(number, 50),
                network,
                switches,
                new SimulatedModem.ModemClockwork(clock, THREADS));
        modem.start();
        return modem;
    }

    private ModemLine serialLine(String name, SimulatedModem modem) {
        ModemAddress named = new ModemAddress("serial:/dev/serial/by-id/" + name);
        ModemSettings settings =
                new ModemSettings(name, named, Optional.empty(), "*101#", folder, 20, 600, new Patience(150));
        return new ModemLine(settings, new ModemAddress(modem.address()).opener(THREADS), THREADS, clock);
    }

    @Test
    void theBalanceIsAskedWithTheConfiguredCodeOnly() throws Exception {
        ready();
        assertThat(line.balance()).contains("TK goc: 52.350d. HSD: 31/12/2026.");
    }

    @Test
    void stoppingLetsASubmissionFinish() throws Exception {
        ready();
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        network.watch(message -> {
            inHand.countDown();
            awaits(stopping);
        });
        CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(() -> send("Chao"));
        assertThat(awaits(inHand)).as("the text is with the network").isTrue();
        line.askToStop();
        stopping.countDown();
        line.stop();
        assertThat(sending.get(60, TimeUnit.SECONDS).result()).isEqualTo(Result.SENT);
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoHundredRoundTripsGoThroughInOrder() throws Exception {
        ready();
        for (int i = 0; i < 200; i++) {
            network.text(LAN, OFFICE, "TC " + i);
            send("Ho so " + i);
        }
        await("TEXT " + LAN + " TC 199");
        assertThat(network.awaitReceived(LAN, 200, LIMIT)).hasSize(200);
    }
}
