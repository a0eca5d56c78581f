package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialplan does with calls while the gateway is well, refuses, hangs or dies: real Asterisk, a gateway of a few lines. */
class DialplanIT {
    /** 8000 samples a second of two bytes. */
    private static final int BYTES_OF_A_SECOND = 16_000;

    private static AgiStub stub;
    private static Exchange exchange;
    private AmiEar ear;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stub = new AgiStub();
        exchange = Exchange.of(stub.port()).set("hotline.voice.maxcalls", "3").start();
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
        exchange.heartbeat(Duration.ZERO);
        ear = AmiEar.of(exchange);
        for (Path file : exchange.recordings("fallback")) {
            Files.delete(file);
        }
    }

    @AfterEach
    void hushed() throws IOException {
        ear.close();
    }

    private static long seconds(Path recording) throws IOException {
        return Files.size(recording) / BYTES_OF_A_SECOND;
    }

    @Test
    void hangUpIsDoneAndTheRequestCarriesSecretAndNumber() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange)
                        .from("0912345678")
                        .dial()
                        .untilHungUp(10)
                        .run())
                .isZero();
        assertThat(stub.calls()).singleElement().satisfies(request -> assertThat(request)
                .containsEntry("agi_network_script", "main")
                .containsEntry("agi_callerid", "0912345678")
                .containsEntry("agi_calleridname", "unknown")
                .containsEntry("agi_arg_1", exchange.secret("agi-secret")));
        assertThat(exchange.recordings("fallback")).isEmpty();
    }

    @Test
    void theDigitsOfTheHotlineReachItToo() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange).to("18008081").dial().untilHungUp(10).run())
                .isZero();
        assertThat(stub.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0084912345678",
        "9912345678",
        "01184912345678",
        "500&PJSIP/trunk/0912",
        "s",
        "h",
        "i",
        "t",
        "entry",
        "fallback",
        "bridge",
        "survey",
        "main",
        "1800808",
        "180080811",
        "_X.",
        "5",
        "HOTLINE"
    })
    void nothingElseIsReached(String extension) throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange).to(extension).dialRefused("404").run()).isZero();
        assertThat(stub.calls()).isEmpty();
        assertThat(ear.heard()).noneMatch(packet -> "DialBegin".equals(packet.get("Event")));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            <sip:0912345678@[local_ip]>                         | 0912345678
            <sip:+84912345678@[local_ip]>                       | +84912345678
            "<x>" <sip:0912345678@[local_ip]>                   | 0912345678
            "${SHELL(id)}" <sip:0912345678@[local_ip]>          | 0912345678
            <sip:anonymous@anonymous.invalid>                   | unknown
            <sip:091234567890123456789012345678@[local_ip]>     | unknown
            <sip:09123abc45@[local_ip]>                         | unknown
            <sip:%22%3b9@[local_ip]>                            | unknown
            <sip:0912%0d%0aX@[local_ip]>                        | unknown
            <sip:09+12345678@[local_ip]>                        | unknown
            <sip:[local_ip]>                                    | unknown
            """)
    void onlyDigitsOfTheCallerComeThrough(String header, String number) throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange)
                        .fromHeader(header)
                        .dial()
                        .untilHungUp(10)
                        .run())
                .isZero();
        assertThat(stub.calls().get(0))
                .containsEntry("agi_callerid", number)
                .containsEntry("agi_calleridname", "unknown");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            says nothing and closes  |
            says it itself           | to-fallback
            says nonsense            | to-the-moon
            """)
    void withoutAVerdictTheCallerCanLeaveAMessage(String name, String verdict) throws Exception {
        stub.answer(line -> {
            if (verdict != null) {
                line.verdict(verdict);
            }
        });
        assertThat(leaveMessage("0912345678")).isZero();
        assertThat(exchange.recordings("fallback")).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString()).matches("fallback-[0-9]+\\.[0-9]+-0912345678\\.wav");
            assertThat(seconds(file)).isBetween(3L, 12L);
        });
        ear.awaitUserEvent("FallbackRecorded");
    }

    /** Four seconds of speech after the apology; silence ends it. */
    private static int leaveMessage(String number) throws Exception {
        return Sipp.caller(exchange)
                .from(number)
                .dial()
                .pause(apologyMillis())
                .speak(4, 20)
                .untilHungUp(40)
                .run();
    }

    private static int apologyMillis() throws IOException {
        long bytes = Files.size(exchange.home().resolve("lib/sounds/hotline/vi/du-phong.wav"));
        return (int) (bytes * 1000 / BYTES_OF_A_SECOND) + 1500;
    }

    @Test
    void aGatewayThatHangsIsNotAskedAtAll() throws Exception {
        stub.answer(line -> Thread.sleep(60_000));
        exchange.heartbeat(Duration.ofSeconds(20));
        assertThat(leaveMessage("0912345678")).isZero();
        assertThat(stub.calls()).isEmpty();
        assertThat(exchange.recordings("fallback")).hasSize(1);
    }

    @Test
    void aGatewayThatWasNeverThereIsNotAskedEither() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        Files.delete(exchange.home().resolve("run/gateway-alive"));
        assertThat(leaveMessage("0912345678")).isZero();
        assertThat(stub.calls()).isEmpty();
        assertThat(exchange.recordings("fallback")).hasSize(1);
    }

    @Test
    void aGatewayThatDiesInTheMiddleOfAPromptLeavesTheCallerWithTheRecorder() throws Exception {
        stub.answer(line -> {
            line.say("STREAM FILE hotline/vi/cam-on \"\"");
            line.socket().setSoLinger(true, 0);
        });
        assertThat(Sipp.caller(exchange)
                        .dial()
                        .pause(apologyMillis() + 3000)
                        .speak(4, 20)
                        .untilHungUp(40)
                        .run())
                .isZero();
        assertThat(exchange.recordings("fallback")).hasSize(1);
    }

    @Test
    void whoHangsUpWhileSpeakingHasStillSaidIt() throws Exception {
        stub.answer(line -> {});
        int code = Sipp.caller(exchange)
                .from("+84912345678")
                .dial()
                .pause(apologyMillis())
                .speak(9, 1)
                .pause(5000)
                .hangUp()
                .run();
        assertThat(code).isZero();
        Map<String, String> event = ear.awaitUserEvent("FallbackRecorded");
        List<Path> kept = exchange.recordings("fallback-" + event.get("CallId"));
        assertThat(kept).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString()).endsWith("-+84912345678.wav");
            assertThat(seconds(file)).isBetween(3L, 6L);
        });
    }

    @Test
    void aCallAboveTheLimitHearsAnApologyAndIsHungUp() throws Exception {
        stub.answer(line -> {
            line.say("STREAM FILE hotline/vi/menu-chinh \"\"");
            line.verdict("hang-up");
        });
        Sipp.Running busy =
                Sipp.caller(exchange).times(3, 10).dial().pause(9000).hangUp().start();
        assertThat(Gateway.await(Duration.ofSeconds(8), () -> stub.calls().size() == 3))
                .isTrue();
        assertThat(Sipp.caller(exchange).dial().untilHungUp(20).run()).isZero();
        assertThat(busy.await()).isZero();
        assertThat(stub.calls()).hasSize(3);
    }
}
