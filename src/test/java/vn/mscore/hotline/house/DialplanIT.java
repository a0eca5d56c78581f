package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialplan does with calls while the gateway is well: real Asterisk, a gateway of a few lines. */
class DialplanIT {
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
        exchange.beat();
        ear = AmiEar.of(exchange);
        for (Path file : exchange.recordings("fallback")) {
            Files.delete(file);
        }
    }

    @AfterEach
    void hushed() throws IOException {
        ear.close();
    }

    @Test
    void hangUpIsDoneAndTheRequestCarriesSecretAndNumber() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange)
                        .from("0912345678")
                        .dial()
                        .untilHungUp(30)
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
        assertThat(Sipp.caller(exchange).to("18008081").dial().untilHungUp(30).run())
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
                        .untilHungUp(30)
                        .run())
                .isZero();
        assertThat(stub.calls().get(0))
                .containsEntry("agi_callerid", number)
                .containsEntry("agi_calleridname", "unknown");
    }

    private static boolean isIdle() {
        try {
            return exchange.ask("core show channels concise").isBlank();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCallAboveTheLimitHearsAnApologyAndIsHungUp() throws Exception {
        assertThat(Gateway.await(Duration.ofSeconds(60), DialplanIT::isIdle))
                .as("the call of the case before is none of the three")
                .isTrue();
        stub.answer(line -> {
            line.say("WAIT FOR DIGIT 25000");
            line.verdict("hang-up");
        });
        Sipp.Running busy =
                Sipp.caller(exchange).times(3, 10).dial().pause(20_000).hangUp().start();
        assertThat(Gateway.await(Duration.ofSeconds(20), () -> stub.calls().size() == 3))
                .isTrue();
        assertThat(Sipp.caller(exchange).dial().untilHungUp(20).run()).isZero();
        assertThat(busy.await()).isZero();
        assertThat(stub.calls()).hasSize(3);
    }
}
