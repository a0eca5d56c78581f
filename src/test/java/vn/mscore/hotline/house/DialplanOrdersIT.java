package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators, ordered calls and rings without an answer: what the exchange and its manager do for the gateway. */
class DialplanOrdersIT {
    private static AgiStub stub;
    private static Exchange exchange;
    private AmiEar ear;
    private AmiEar orders;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stub = new AgiStub();
        exchange = Exchange.of(stub.port())
                .set("hotline.voice.ring", "5")
                .set("hotline.voice.trunk.user", "842331808081")
                .start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (exchange != null) {
            exchange.close();
        }
        stub.close();
    }

    @BeforeEach
    void listen() throws IOException, InterruptedException {
        exchange.beat();
        ear = AmiEar.of(exchange);
        orders = new AmiEar(exchange, "hotline-calls", exchange.secret("ami-calls-secret"));
    }

    @AfterEach
    void hushed() throws IOException {
        ear.close();
        orders.close();
    }

    @Test
    void whoRingsAndHangsUpIsTold() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange).from("0987654321").ringAndGiveUp(800).run())
                .isZero();
        assertThat(ear.awaitUserEvent("MissedRing"))
                .containsEntry("Caller", "0987654321")
                .containsKey("CallId");
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void whoHangsUpWhileTheGatewayLooksUpWhatToSayIsTold() throws Exception {
        stub.ponder(Duration.ofSeconds(4));
        assertThat(Sipp.caller(exchange).from("0987654321").ringAndGiveUp(6_500).run())
                .isZero();
        assertThat(ear.awaitUserEvent("MissedRing")).containsEntry("Caller", "0987654321");
        assertThat(stub.calls()).hasSize(1);
    }

    @Test
    void whoIsAnsweredHasNotMissedAnything() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange).dial().untilHungUp(30).run()).isZero();
        ear.await(packet -> "Hangup".equals(packet.get("Event")));
        assertThat(ear.heard()).noneMatch(packet -> packet.containsKey("UserEvent"));
    }

    private void seat(String device) throws IOException, InterruptedException {
        ear.say("Action: QueueAdd", "Queue: operators", "Interface: PJSIP/" + device);
        ear.await(packet -> packet.getOrDefault("Message", "").contains("interface to queue"));
    }

    private void unseat(String device) throws IOException, InterruptedException {
        ear.say("Action: QueueRemove", "Queue: operators", "Interface: PJSIP/" + device);
        ear.await(packet -> packet.getOrDefault("Message", "").contains("from queue"));
    }

    @Test
    void aSeatedOperatorAnswersWhoIsSentToTheQueue() throws Exception {
        stub.answer(line -> line.verdict("to-queue"));
        try (SippPhone phone = SippPhone.operator(exchange, "truc-1").answering(500)) {
            seat("truc-1");
            int code = Sipp.caller(exchange)
                    .from("0987654321")
                    .dial()
                    .pause(12_000)
                    .hangUp()
                    .run();
            assertThat(code).isZero();
            assertThat(phone.await()).isZero();
            ear.await(packet -> "QueueCallerJoin".equals(packet.get("Event")));
            assertThat(ear.await(packet -> "AgentConnect".equals(packet.get("Event"))))
                    .containsEntry("Interface", "PJSIP/truc-1");
            assertThat(phone.messages()).contains("INVITE sip:").doesNotContain("987654321");
        } finally {
            unseat("truc-1");
        }
    }

    @Test
    void keyFiveInTheQueueAsksForACallAndKeepsThePlaceOfWhoGoesBack() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        stub.answer(line -> {
            boolean first = line.request().get("agi_network_script").equals("main");
            boolean back = !first && asked.incrementAndGet() == 1;
            line.say("SET VARIABLE HOTLINE_LANE " + (first ? "sealed" : "open"));
            line.verdict(first || back ? "to-queue" : "hang-up");
        });
        // Registered and silent: the telephone is there and nobody takes it up.
        try (SippPhone phone = SippPhone.operator(exchange, "truc-2").answering(60_000)) {
            seat("truc-2");
            int code = Sipp.caller(exchange)
                    .dial()
                    .pause(6000)
                    .press("5")
                    .pause(6000)
                    .press("5")
                    .untilHungUp(20)
                    .run();
            assertThat(code).isZero();
            assertThat(stub.calls())
                    .extracting(request -> request.get("agi_network_script"))
                    .containsExactly("main", "queue-callback", "queue-callback");
            assertThat(stub.calls())
                    .as("the lane in which each came")
                    .extracting(request -> request.getOrDefault("agi_arg_4", ""))
                    .containsExactly("", "sealed", "open");
        } finally {
            unseat("truc-2");
        }
    }

    @Test
    void withoutAnyOperatorTheCallerIsAskedAboutACallBackAtOnce() throws Exception {
        stub.answer(
                line -> line.verdict(line.request().get("agi_network_script").equals("main") ? "to-queue" : "hang-up"));
        assertThat(Sipp.caller(exchange).dial().untilHungUp(30).run()).isZero();
        assertThat(stub.calls())
                .extracting(request -> request.get("agi_network_script"))
                .containsExactly("main", "queue-callback");
    }

    @ParameterizedTest
    @CsvSource({"survey, survey", "main, main"})
    void anOrderedCallReachesItsFlowWithReferenceAndNumber(String extension, String flow) throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        try (SippPhone phone = SippPhone.citizen(exchange).answering(300)) {
            originate("PJSIP/0901000002@trunk", "outbound", extension);
            assertThat(phone.await()).isZero();
        }
        assertThat(orders.await(packet -> "OriginateResponse".equals(packet.get("Event"))))
                .containsEntry("Response", "Success")
                .containsEntry("Uniqueid", "survey-78-" + extension);
        assertThat(stub.calls()).singleElement().satisfies(request -> assertThat(request)
                .containsEntry("agi_network_script", flow)
                .containsEntry("agi_arg_2", "ref-78")
                .containsEntry("agi_arg_3", "0901000002"));
    }

    @Test
    void whoIsCalledAndThenAsksForAnotherCallIsKnown() throws Exception {
        stub.answer(
                line -> line.verdict(line.request().get("agi_network_script").equals("main") ? "to-queue" : "hang-up"));
        try (SippPhone phone = SippPhone.citizen(exchange).answering(300)) {
            originate("PJSIP/0901000002@trunk", "outbound", "main");
            assertThat(phone.await()).isZero();
        }
        assertThat(stub.calls()).hasSize(2).allSatisfy(request -> assertThat(request)
                .containsEntry("agi_arg_2", "ref-78")
                .containsEntry("agi_arg_3", "0901000002"));
    }

    /** Half a minute each: the three are called at the same time, two while the sign of life is old. */
    @Test
    void whoIsCalledWhileTheGatewayIsUnwellCanLeaveAMessage() throws Exception {
        stub.answer(line -> {});
        exchange.falter(Duration.ofSeconds(20));
        try (SippPhone phones = SippPhone.citizen(exchange).times(3).answering(300)) {
            originate("PJSIP/0901000002@trunk", "outbound", "survey", "survey-78-old");
            originate("PJSIP/0901000002@trunk", "outbound", "main", "main-78-old");
            assertThat(Gateway.await(Duration.ofSeconds(25), () -> callsIn("fallback") == 2))
                    .as("both hear the apology")
                    .isTrue();
            exchange.beat();
            originate("PJSIP/0901000002@trunk", "outbound", "survey", "survey-78-fresh");
            assertThat(phones.await()).isZero();
        }
        assertThat(stub.calls()).singleElement().satisfies(request -> assertThat(request)
                .containsEntry("agi_uniqueid", "survey-78-fresh"));
        for (String call : List.of("survey-78-old", "main-78-old", "survey-78-fresh")) {
            ear.await(
                    packet -> "FallbackRecorded".equals(packet.get("UserEvent")) && call.equals(packet.get("CallId")));
            List<Path> kept = exchange.recordings("fallback-" + call + "-0901000002");
            assertThat(kept).as(call).hasSize(1);
            Files.delete(kept.get(0));
        }
    }

    @Test
    void whoseWordsTheDiskDoesNotTakeIsNotThanked() throws Exception {
        stub.answer(line -> {});
        Path recordings = exchange.home().resolve("spool/recordings");
        Path aside = Files.move(recordings, recordings.resolveSibling("aside"));
        Files.createFile(recordings);
        try {
            Sipp.Running call = Sipp.caller(exchange).dial().untilHungUp(60).start();
            assertThat(Gateway.await(Duration.ofSeconds(40), () -> callsIn("full") == 1))
                    .as("hears that he should call again")
                    .isTrue();
            assertThat(call.await()).as(call.said()).isZero();
        } finally {
            Files.delete(recordings);
            Files.move(aside, recordings);
        }
    }

    private static long callsIn(String context) {
        try {
            return exchange.ask("core show channels concise")
                    .lines()
                    .filter(line -> line.contains("!" + context + "!"))
                    .count();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBusyNumberIsTold() throws Exception {
        try (SippPhone phone = SippPhone.citizen(exchange).refusing("486 Busy Here")) {
            originate("PJSIP/0901000003@trunk", "outbound", "survey");
            assertThat(orders.await(packet -> "OriginateResponse".equals(packet.get("Event"))))
                    .containsEntry("Response", "Failure");
            assertThat(phone.await()).isZero();
        }
        // The answer to the order does not tell why (Reason 0); the end of the channel does, in the words of Q.850:
        // user busy.
        assertThat(ear.await(packet ->
                        "Hangup".equals(packet.get("Event")) && "survey-78-survey".equals(packet.get("Uniqueid"))))
                .containsEntry("Cause", "17");
    }

    @Test
    void theBridgeRingsTheOperatorThenTheCitizen() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-1").answering(300);
                SippPhone citizen = SippPhone.citizen(exchange).refusing("486 Busy Here")) {
            originate("PJSIP/truc-1", "bridge", "s");
            assertThat(citizen.await()).isZero();
            assertThat(operator.await()).isZero();
        }
        assertThat(ear.awaitUserEvent("BridgeEnded"))
                .containsEntry("Reference", "ref-78")
                .containsEntry("Result", "BUSY");
    }

    private void originate(String channel, String context, String extension) throws IOException {
        originate(channel, context, extension, "survey-78-" + extension);
    }

    private void originate(String channel, String context, String extension, String call) throws IOException {
        orders.clear();
        orders.say(
                "Action: Originate",
                "Channel: " + channel,
                "Context: " + context,
                "Exten: " + extension,
                "Priority: 1",
                "Async: true",
                "CallerID: 18008081",
                "Timeout: 20000",
                "ChannelId: " + call,
                "Variable: HOTLINE_REFERENCE=ref-78",
                "Variable: HOTLINE_NUMBER=0901000002");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            hotline       | Action: Originate~Channel: PJSIP/1@trunk~Application: System~Data: id
            hotline       | Action: Command~Command: core show version
            hotline       | Action: UpdateConfig~SrcFilename: extensions.conf~DstFilename: extensions.conf
            hotline       | Action: GetConfig~Filename: manager.conf
            hotline       | Action: ModuleLoad~LoadType: load~Module: app_system.so
            hotline       | Action: Redirect~Channel: PJSIP/x~Context: bridge~Exten: s~Priority: 1
            hotline       | Action: DBGet~Family: x~Key: y
            hotline       | Action: Setvar~Variable: X~Value: y
            hotline-calls | Action: Command~Command: core show version
            hotline-calls | Action: QueueAdd~Queue: operators~Interface: PJSIP/evil
            hotline-calls | Action: CoreShowChannels
            hotline-calls | Action: Originate~Channel: Local/s@bridge~Application: System~Data: id
            """)
    void theManagersAccountsMayNothingElse(String user, String action) throws Exception {
        AmiEar account = user.equals("hotline") ? ear : orders;
        account.clear();
        account.say(action.split("~"));
        Map<String, String> answer = account.await(packet -> packet.containsKey("Response"));
        assertThat(answer).containsEntry("Response", "Error");
    }
}
