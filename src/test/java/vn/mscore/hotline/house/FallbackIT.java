package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Callers whom the gateway leaves alone can speak to the exchange itself: real Asterisk, a gateway of a few lines. Each takes
 * half a minute of apology, speech and silence, so all call at the same time; each case looks at its own caller.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallbackIT {
    private static final String QUIET = "0912345601";
    private static final String AVOWED = "0912345602";
    private static final String NONSENSE = "0912345603";
    private static final String DIES = "0912345604";
    private static final String HANGS_UP = "+84912345605";
    private static final String STALE = "0912345606";
    private static final String NEVER_THERE = "0912345607";
    private static final String IN_SECRET = "0912345608";
    private static final String SAYS_NOTHING = "0912345609";
    private static final String SEALED = "sealed";

    /** 8000 samples a second of two bytes. */
    private static final int BYTES_OF_A_SECOND = 16_000;

    private static final Map<String, AgiStub.Talk> TALKS = Map.of(
            QUIET, line -> {},
            AVOWED, line -> line.verdict("to-fallback"),
            NONSENSE, line -> line.verdict("to-the-moon"),
            HANGS_UP, line -> {},
            SAYS_NOTHING, line -> {},
            STALE, line -> Thread.sleep(60_000),
            NEVER_THERE, line -> line.verdict("hang-up"),
            IN_SECRET, line -> line.say("SET VARIABLE HOTLINE_LANE sealed"),
            DIES,
                    line -> {
                        line.say("STREAM FILE hotline/vi/cam-on \"\"");
                        line.socket().setSoLinger(true, 0);
                    });

    private final Map<String, Sipp.Running> calls = new HashMap<>();
    private AgiStub stub;
    private Exchange exchange;
    private AmiEar ear;

    @BeforeAll
    void allCall() throws IOException, InterruptedException {
        stub = new AgiStub();
        stub.answer(line -> TALKS.get(line.request().get("agi_callerid")).with(line));
        exchange = Exchange.of(stub.port()).start();
        ear = AmiEar.of(exchange);
        exchange.beat();
        for (String number : List.of(QUIET, AVOWED, NONSENSE)) {
            leaveMessage(number, apologyMillis());
        }
        leaveMessage(DIES, apologyMillis() + 3000);
        Sipp impatient = dial(HANGS_UP).pause(apologyMillis()).speak(9, 1).pause(5000);
        calls.put(HANGS_UP, impatient.hangUp().start());
        Sipp disappointed = dial(SAYS_NOTHING).pause(apologyMillis() - 3500);
        calls.put(SAYS_NOTHING, disappointed.hangUp().start());
        leaveMessage(IN_SECRET, millis("ghi-am-kin"));
        assertThat(Gateway.await(Duration.ofSeconds(40), () -> stub.calls().size() == 7))
                .as("all seven are with the gateway: %s", stub.calls())
                .isTrue();
        exchange.falter(Duration.ofSeconds(20));
        leaveMessage(STALE, apologyMillis());
        awaitApology(STALE);
        Files.delete(exchange.home().resolve("run/gateway-alive"));
        leaveMessage(NEVER_THERE, apologyMillis());
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        for (Sipp.Running call : calls.values()) {
            call.process().destroyForcibly();
        }
        if (ear != null) {
            ear.close();
        }
        if (exchange != null) {
            exchange.close();
        }
        stub.close();
    }

    private Sipp dial(String number) throws IOException, InterruptedException {
        return Sipp.caller(exchange).from(number).dial();
    }

    /** Four seconds of speech after {@code millis}; silence ends it. */
    private void leaveMessage(String number, int millis) throws IOException, InterruptedException {
        calls.put(
                number, dial(number).pause(millis).speak(4, 20).untilHungUp(40).start());
    }

    private int apologyMillis() throws IOException {
        return millis("du-phong");
    }

    private int millis(String prompt) throws IOException {
        long bytes = Files.size(exchange.home().resolve("lib/sounds/hotline/vi/" + prompt + ".wav"));
        return (int) (bytes * 1000 / BYTES_OF_A_SECOND) + 1500;
    }

    private void awaitApology(String number) throws InterruptedException {
        assertThat(Gateway.await(Duration.ofSeconds(40), () -> hearsApology(number)))
                .isTrue();
    }

    private boolean hearsApology(String number) {
        try {
            return exchange.ask("core show channels concise")
                    .lines()
                    .anyMatch(line -> line.contains("!fallback!") && line.contains("!" + number + "!"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was kept of a caller, when the call went as written. */
    private Path kept(String number) throws IOException, InterruptedException {
        return kept(number, number);
    }

    private Path kept(String number, String named) throws IOException, InterruptedException {
        Sipp.Running call = calls.get(number);
        assertThat(call.await()).as(call.said()).isZero();
        List<Path> files = exchange.recordings("fallback").stream()
                .filter(file -> file.getFileName().toString().endsWith("-" + named + ".wav"))
                .toList();
        assertThat(files).as(number).hasSize(1);
        return files.get(0);
    }

    private void awaitTold(Path recording) throws InterruptedException {
        String call = recording.getFileName().toString().split("-")[1];
        ear.await(packet -> "FallbackRecorded".equals(packet.get("UserEvent")) && call.equals(packet.get("CallId")));
    }

    private static long seconds(Path recording) throws IOException {
        return Files.size(recording) / BYTES_OF_A_SECOND;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            says nothing and closes  | 0912345601
            says it itself           | 0912345602
            says nonsense            | 0912345603
            """)
    void withoutAVerdictTheCallerCanLeaveAMessage(String name, String number) throws Exception {
        Path file = kept(number);
        assertThat(file.getFileName().toString()).matches("fallback-[0-9]+\\.[0-9]+-" + number + "\\.wav");
        assertThat(seconds(file)).isBetween(3L, 12L);
        awaitTold(file);
    }

    @Test
    void aGatewayThatHangsIsNotAskedAtAll() throws Exception {
        assertThat(kept(STALE)).isRegularFile();
        assertThat(stub.calls()).noneMatch(request -> STALE.equals(request.get("agi_callerid")));
    }

    @Test
    void aGatewayThatWasNeverThereIsNotAskedEither() throws Exception {
        assertThat(kept(NEVER_THERE)).isRegularFile();
        assertThat(stub.calls()).noneMatch(request -> NEVER_THERE.equals(request.get("agi_callerid")));
    }

    @Test
    void aGatewayThatDiesInTheMiddleOfAPromptLeavesTheCallerWithTheRecorder() throws Exception {
        assertThat(kept(DIES)).isRegularFile();
    }

    @Test
    void whoCameToReportInSecretLeavesWordsInAFileWithoutTheNumber() throws Exception {
        Path file = kept(IN_SECRET, SEALED);
        assertThat(seconds(file)).isBetween(3L, 12L);
        awaitTold(file);
        assertThat(exchange.recordings("fallback"))
                .noneMatch(other -> other.getFileName().toString().contains(IN_SECRET));
    }

    @Test
    void whoHangsUpInTheApologyLeavesAnEmptyFileWhichIsAMissedCall() throws Exception {
        Path file = kept(SAYS_NOTHING);
        awaitTold(file);
        assertThat(file).isEmptyFile();
    }

    @Test
    void whoHangsUpWhileSpeakingHasStillSaidIt() throws Exception {
        Path file = kept(HANGS_UP);
        awaitTold(file);
        assertThat(seconds(file)).isBetween(3L, 6L);
    }
}
