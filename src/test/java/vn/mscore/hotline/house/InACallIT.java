package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 116 and 117 of the bad-input matrix: strange sound, no sound and strange requests in the middle of an answered call. */
@Timeout(240)
class InACallIT {
    private static final String TRUNK = "127.0.0.2";
    private static final String STRANGER = "127.0.0.3";
    private static final int HEADER = 44;
    private static final Duration PACKET = Duration.ofMillis(20);

    /** The exchange allows 30 s without a packet. */
    private static final Duration LOST = Duration.ofSeconds(45);

    private static AgiStub stub;
    private static Exchange exchange;
    private RawCall call;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stub = new AgiStub();
        exchange = Exchange.of(stub.port())
                .set("hotline.voice.trunk.match", TRUNK)
                .set("hotline.voice.sip.permit", TRUNK + "/32,127.0.0.1/32")
                .set("hotline.voice.rtp.strict", "true")
                .set("hotline.voice.maxcalls", "2")
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
    void dial() throws IOException {
        exchange.beat();
        stub.answer(line -> line.say("WAIT FOR DIGIT 90000"));
        call = new RawCall(exchange, TRUNK);
    }

    @AfterEach
    void nothingIsLeft() throws IOException, InterruptedException {
        call.ask("BYE", "hotline", "", "");
        call.close();
        assertThat(Gateway.await(Duration.ofSeconds(60), InACallIT::isIdle)).isTrue();
    }

    /** Dials and is with the gateway. */
    private void enter() throws IOException, InterruptedException {
        call.dial();
        assertThat(Gateway.await(
                        Duration.ofSeconds(30),
                        () -> channels().contains("!gateway!s!")
                                && !stub.calls().isEmpty()))
                .isTrue();
    }

    private static boolean isIdle() {
        return channels().isEmpty();
    }

    private static String channels() {
        try {
            return exchange.ask("core show channels concise").strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Half a minute each: both lines are lost at the same time. */
    @Test
    void neitherWhoNeverSendsSoundNorWhoseSoundVanishesWithoutGoodbyeKeepsALine() throws Exception {
        enter();
        try (RawCall mute = new RawCall(exchange, TRUNK).dial()) {
            assertThat(Gateway.await(Duration.ofSeconds(30), () -> inGateway() == 2))
                    .isTrue();
            speak(100, false, call.mouth);
            assertThat(inGateway()).isEqualTo(2);
            assertThat(mute.isHungUpWithin(LOST)).isTrue();
            assertThat(call.isHungUpWithin(LOST)).isTrue();
        }
    }

    private static long inGateway() {
        return channels().lines().filter(line -> line.contains("!gateway!s!")).count();
    }

    @ParameterizedTest(name = "from {0}: heard {1}")
    @CsvSource({TRUNK + ", true", STRANGER + ", false"})
    void onlyTheCallersOwnSoundIsHeard(String address, boolean heard) throws Exception {
        Path file = exchange.home().resolve("spool/recordings/strange-" + heard);
        stub.answer(line -> {
            line.say("RECORD FILE " + file + " wav # 10000 s=0");
            line.verdict("hang-up");
        });
        enter();
        assertThat(Gateway.await(Duration.ofSeconds(30), () -> Files.exists(Path.of(file + ".wav"))))
                .as("it records")
                .isTrue();
        speak(100, false, call.mouth);
        try (RtpMouth stranger = new RtpMouth(STRANGER)) {
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                call.mouth.say(address.equals(TRUNK), call.soundPort());
                stranger.say(true, call.soundPort());
                awaitPacket(begin, i + 1);
            }
        }
        assertThat(call.isHungUpWithin(Duration.ofSeconds(30))).isTrue();
        byte[] wav = Files.readAllBytes(Path.of(file + ".wav"));
        assertThat(wav).hasSizeGreaterThan(3 * 16_000);
        assertThat(loudest(wav) > 1000).isEqualTo(heard);
    }

    private static int loudest(byte[] wav) {
        int most = 0;
        for (int i = HEADER; i + 1 < wav.length; i += 2) {
            most = Math.max(most, Math.abs((wav[i + 1] << 8) + (wav[i] & 0xFF)));
        }
        return most;
    }

    private void speak(int packets, boolean loud, RtpMouth mouth) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            mouth.say(loud, call.soundPort());
            awaitPacket(begin, i + 1);
        }
    }

    /** Until the moment of a packet: who oversleeps one makes up for it with the next, as a telephone's clock does. */
    private static void awaitPacket(long begin, int number) throws InterruptedException {
        long left = begin + number * PACKET.toNanos() - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** Refused or not listened to; either way the call stays where it is and nobody else is rung. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            REFER     | Refer-To: <sip:0084900@127.0.0.1>
            REFER     | Refer-To: <sip:bridge@127.0.0.1?Replaces=x>
            MESSAGE   | X: y
            SUBSCRIBE | Event: refer
            """)
    void aCallCannotBeSentElsewhere(String method, String header) throws Exception {
        enter();
        assertThat(call.ask(method, "hotline", header + "\r\n", "")).matches("(?s)(SIP/2.0 (40[0-9]|48[0-9]|501).*)?");
        assertThat(call.isHungUpWithin(Duration.ofSeconds(1))).isFalse();
        assertThat(channels().lines()).singleElement().asString().contains("!gateway!s!");
    }

    @ParameterizedTest
    @CsvSource({"0084900", "bridge", "survey", "s"})
    void anInvitationInTheCallChangesNoPlace(String user) throws Exception {
        enter();
        call.ask("INVITE", user, "", call.description());
        assertThat(channels().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("!gateway!s!"));
        assertThat(stub.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void nobodyTakesThePlaceOfACall(boolean required) throws Exception {
        enter();
        try (RawCall thief = new RawCall(exchange, TRUNK)) {
            String require = required ? "Require: replaces\r\n" : "";
            String answer = thief.ask("INVITE", "hotline", call.replaces() + require, thief.description());
            assertThat(answer.startsWith("SIP/2.0 420")).isEqualTo(required);
            assertThat(call.isHungUpWithin(Duration.ofSeconds(2))).isFalse();
            Gateway.await(Duration.ofSeconds(30), () -> inGateway() == (required ? 1 : 2));
            assertThat(channels().lines().filter(line -> line.contains("!gateway!s!")))
                    .hasSize(required ? 1 : 2);
            thief.ask("BYE", "hotline", "", "");
        }
    }
}
