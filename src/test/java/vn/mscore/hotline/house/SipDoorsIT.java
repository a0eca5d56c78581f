package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 109 to 120 of the bad-input matrix on a real Asterisk: strangers, tools of attackers, broken messages, floods. */
class SipDoorsIT {
    private static final String TRUNK = "127.0.0.2";
    private static final String STRANGER = "127.0.0.1";
    private static final String OUTSIDE = "127.0.0.9";

    private static AgiStub stub;
    private static Exchange exchange;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stub = new AgiStub();
        exchange = Exchange.of(stub.port())
                .set("hotline.voice.trunk.match", TRUNK)
                .set("hotline.voice.sip.permit", TRUNK + "/32," + STRANGER + "/32")
                .set("hotline.voice.maxcalls", "20")
                .start();
        stub.answer(line -> line.verdict("hang-up"));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (exchange != null) {
            exchange.close();
        }
        stub.close();
    }

    /** Calls that the case before left half open are none of the next one's. */
    @BeforeEach
    void aliveAndIdle() throws IOException, InterruptedException {
        if (!isIdle()) {
            exchange.ask("channel request hangup all");
            awaitIdle();
        }
        exchange.beat();
        stub.answer(line -> line.verdict("hang-up"));
    }

    private static void awaitIdle() throws InterruptedException {
        assertThat(Gateway.await(Duration.ofSeconds(60), SipDoorsIT::isIdle)).isTrue();
    }

    private static boolean isIdle() {
        try {
            // With a limit of calls it says "0 of 40 max active calls", never "0 active calls".
            return exchange.ask("core show channels count").lines().anyMatch("0 active channels"::equals);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFull() {
        try {
            return exchange.ask("core show channels count").contains("40 of 40 max active calls");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void theTrunkIsStillAnsweredAndNothingWentOut() throws IOException, InterruptedException {
        stub.answer(line -> line.verdict("hang-up"));
        assertThat(Sipp.caller(exchange).at(TRUNK).dial().untilHungUp(30).run()).isZero();
        assertThat(exchange.ask("pjsip show endpoints")).contains("truc-1", "trunk");
        assertThat(exchange.ask("core show channels concise")).doesNotContain("outbound", "bridge");
    }

    private static String tool(String... words) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/" + words[0], "sipvicious");
        Path folder = Files.createDirectories(Path.of("target/exchanges/sipvicious"));
        Path log = folder.toAbsolutePath().resolve(words[0] + ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toAbsolutePath().toString());
        Process process = builder.start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ended", words[0]).isTrue();
        return Files.readString(log);
    }

    private static String port() {
        return Integer.toString(exchange.sipPort());
    }

    @Test
    void scannersLearnNoExtension() throws Exception {
        String found = tool("svwar", "-p", port(), "-b", STRANGER, "-m", "INVITE", "-e", "100-150", STRANGER);
        assertThat(found).doesNotContain("| 1");
        Path names = Path.of("target/exchanges/sipvicious/names.txt").toAbsolutePath();
        Files.write(names, List.of("truc-1", "truc-2", "trunk", "hotline", "18008081", "nobody", "operators"));
        for (String method : List.of("REGISTER", "INVITE", "OPTIONS")) {
            String said = tool(
                    "svwar", "--force", "-p", port(), "-b", STRANGER, "-m", method, "-d", names.toString(), STRANGER);
            List<String> kinds = Arrays.stream(said.split("\n"))
                    .filter(line -> line.matches("\\|\\s*(truc|trunk|hotline|1800|nobody|oper).*"))
                    .map(line -> line.replaceAll("^\\|[^|]*\\|", ""))
                    .distinct()
                    .toList();
            assertThat(kinds).as("%s tells names apart: %s", method, said).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void theMapOfTheNetworkShowsOnlyThatSomethingIsThere() throws Exception {
        String said = tool("svmap", "-p", port(), "-b", STRANGER, STRANGER);
        assertThat(said).doesNotContainIgnoringCase("asterisk");
    }

    @Test
    void guessedPasswordsOpenNothingAndAreLogged() throws Exception {
        Path words = Files.createDirectories(Path.of("target/exchanges/sipvicious"))
                .toAbsolutePath()
                .resolve("words.txt");
        Files.write(
                words, IntStream.range(0, 1000).mapToObj(i -> "password" + i).toList());
        String said = tool("svcrack", "-p", port(), "-b", STRANGER, "-u", "truc-1", "-d", words.toString(), STRANGER);
        assertThat(said).doesNotContain("| truc-1");
        ShutOutFilter filter = ShutOutFilter.read();
        assertThat(Files.readAllLines(exchange.home().resolve("log/security")))
                .filteredOn(line -> line.contains("AccountID=\"truc-1\"") && line.contains("ResponseFailed"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(filter.shutsOut(line)).contains(STRANGER));
    }

    @ParameterizedTest
    @CsvSource({"hotline", "18008081", "0912345678", "truc-1"})
    void whoIsNeitherTrunkNorTelephoneIsAskedForAPassword(String extension) throws Exception {
        try (RawSip stranger = new RawSip(exchange, STRANGER)) {
            assertThat(stranger.ask(stranger.request("INVITE", extension, "Content-Type: application/sdp\r\n", SDP)))
                    .isEqualTo("401");
        }
    }

    @Test
    void whoIsOutsideTheListGetsInNowhere() throws Exception {
        try (RawSip outside = new RawSip(exchange, OUTSIDE)) {
            for (String method : List.of("INVITE", "REGISTER", "OPTIONS", "MESSAGE")) {
                assertThat(outside.askBriefly(outside.request(method, "hotline", "", "")))
                        .isIn("403", "");
            }
        }
    }

    @ParameterizedTest(name = "{0} to {1} gets {2}")
    @CsvSource(delimiter = '|', textBlock = """
            MESSAGE   | hotline | 405,415,501,403 | Content-Type: text/plain
            REFER     | hotline | 405,481,501,400 | Refer-To: <sip:0084900@127.0.0.1>
            SUBSCRIBE | hotline | 405,489,501,403,404,603 | Event: presence
            PUBLISH   | hotline | 405,489,501,403,404 | Event: presence
            NOTIFY    | hotline | 405,481,489,501,404 | Event: message-summary
            UPDATE    | hotline | 405,481,          | X: y
            INFO      | hotline | 405,481,          | X: y
            INVITE    | hotline | 420,481,488       | Require: replaces
            """)
    void whatAHotlineDoesNotNeedIsRefusedToTheTrunkToo(String method, String user, String codes, String header)
            throws Exception {
        try (RawSip trunk = new RawSip(exchange, TRUNK)) {
            List<String> allowed = List.of(codes.split(",", -1));
            String request = trunk.request(method, user, header + "\r\n", "");
            assertThat(allowed.contains("") ? trunk.askBriefly(request) : trunk.ask(request))
                    .isIn(allowed);
        }
        assertThat(stub.calls()).isEmpty();
    }

    private static final String SDP = "v=0\r\no=x 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

    @Test
    void soundNobodyUnderstandsIsRefused() throws Exception {
        try (RawSip trunk = new RawSip(exchange, TRUNK)) {
            String strange = SDP.replace("RTP/AVP 0", "RTP/AVP 117").replace("0 PCMU", "117 nonsense");
            String type = "Content-Type: application/sdp\r\n";
            assertThat(trunk.ask(trunk.request("INVITE", "hotline", type, strange)))
                    .isEqualTo("488");
            String portZero = SDP.replace("audio 40000", "audio 0");
            assertThat(trunk.ask(trunk.request("INVITE", "hotline", type, portZero)))
                    .isIn("488", "606");
            String long1000 = SDP + "a=x:y\r\n".repeat(1000);
            assertThat(trunk.askBriefly(trunk.request("INVITE", "hotline", type, long1000)))
                    .isIn("200", "400", "413", "488", "");
        }
    }

    @Test
    void theMessagesOfRfc4475LeaveItAnswering() throws Exception {
        String text = Files.readString(Path.of("src/test/resources/sip/torture.txt"));
        String[] messages = text.split("(?m)^== ");
        assertThat(messages).hasSize(50);
        for (String from : List.of(TRUNK, STRANGER, OUTSIDE)) {
            try (RawSip raw = new RawSip(exchange, from)) {
                for (String message : Arrays.copyOfRange(messages, 1, messages.length)) {
                    raw.send(onTheWire(message.substring(message.indexOf('\n') + 1)));
                    raw.answers(20);
                }
            }
        }
    }

    private static String onTheWire(String message) {
        StringBuilder bytes = new StringBuilder();
        String lines = message.substring(0, message.length() - 1).replace("\n", "\r\n");
        for (int i = 0; i < lines.length(); i++) {
            boolean escape = lines.startsWith("\\x", i);
            bytes.append(escape ? (char) Integer.parseInt(lines.substring(i + 2, i + 4), 16) : lines.charAt(i));
            i += escape ? 3 : 0;
        }
        return bytes.toString();
    }

    @Test
    void aLongMessageAccountDoesNotKillTheTransport() throws Exception {
        String body = "Messages-Waiting: yes\r\nMessage-Account: sip:" + "a".repeat(4096) + "@127.0.0.1\r\n";
        String headers = "Event: message-summary\r\nSubscription-State: active\r\n"
                + "Content-Type: application/simple-message-summary\r\n";
        for (String from : List.of(TRUNK, STRANGER)) {
            try (RawSip raw = new RawSip(exchange, from)) {
                assertThat(raw.askBriefly(raw.request("NOTIFY", "hotline", headers, body)))
                        .isNotEqualTo("200");
            }
        }
    }

    @Test
    void whatStandsBesideTheNumberNeverArrives() throws Exception {
        List<String> names = List.of(
                "\"" + "n".repeat(8000) + "\"",
                "\"\u00C3\u0028\u00FE\u00FF\"",
                "\"a%0d%0aX-Evil: b\"",
                "\"${SHELL(id)}\"");
        for (String name : names) {
            stub.answer(line -> line.verdict("hang-up"));
            try (RawSip trunk = new RawSip(exchange, TRUNK)) {
                String from =
                        "From: " + name + " <sip:0912345678@127.0.0.2>;tag=1\r\nContent-Type: application/sdp\r\n";
                trunk.send(trunk.request("INVITE", "hotline", from, SDP));
                trunk.answers(500);
            }
            assertThat(stub.calls()).allSatisfy(request -> assertThat(request)
                    .containsEntry("agi_callerid", "0912345678")
                    .containsEntry("agi_calleridname", "unknown"));
        }
    }

    @Test
    void aFloodFromAStrangerDoesNotStopTheTrunk() throws Exception {
        try (RawSip stranger = new RawSip(exchange, STRANGER)) {
            for (int i = 0; i < 600; i++) {
                stranger.send(stranger.request("INVITE", "hotline", "Content-Type: application/sdp\r\n", SDP));
                Thread.sleep(5);
            }
            assertThat(Sipp.caller(exchange).at(TRUNK).dial().untilHungUp(30).run())
                    .isZero();
        }
    }

    @Test
    void fiveHundredHalfOpenDialogsLeaveRoomForTheLimitOnly() throws Exception {
        List<RawSip> phones = new ArrayList<>();
        stub.answer(line -> Thread.sleep(2000));
        try {
            for (int i = 0; i < 500; i++) {
                RawSip phone = new RawSip(exchange, TRUNK);
                phones.add(phone);
                phone.send(phone.request("INVITE", "hotline", "Content-Type: application/sdp\r\n", SDP));
            }
            assertThat(Gateway.await(Duration.ofSeconds(60), SipDoorsIT::isFull))
                    .as(exchange.ask("core show channels count"))
                    .isTrue();
        } finally {
            exchange.ask("channel request hangup all");
            phones.forEach(RawSip::close);
        }
        awaitIdle();
    }

    @Test
    void aCallWithoutAnySoundIsHungUp() throws Exception {
        stub.answer(line -> line.say("GET DATA hotline/vi/menu-chinh 90000 1"));
        assertThat(Sipp.caller(exchange).at(TRUNK).dial().untilHungUp(60).run()).isZero();
    }

    @Test
    void nothingOfAnyNumberIsInTheLogs() throws Exception {
        stub.answer(line -> {});
        Sipp.caller(exchange)
                .at(TRUNK)
                .from("0987123456")
                .dial()
                .pause(1500)
                .hangUp()
                .run();
        for (String name : List.of("messages", "security")) {
            String log = Files.readString(exchange.home().resolve("log").resolve(name), StandardCharsets.ISO_8859_1);
            assertThat(log).doesNotContain("0987123456");
        }
    }
}
