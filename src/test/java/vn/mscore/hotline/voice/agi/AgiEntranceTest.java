package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Speech;

/** Who may hand over calls, and what strangers and broken lines can do: nothing, for a short time. */
@Timeout(60)
@Waits
class AgiEntranceTest {
    private static final String CALL = "1787000000.1";
    private static final Speech MENU = Speech.of(List.of("vi/menu-chinh"));

    private Door door;

    @AfterEach
    void close() {
        door.close();
    }

    private void open(Map<String, String> settings, java.util.function.Consumer<Call> talk) {
        door = Door.open(settings, CallContract.flow(talk));
    }

    private void open() {
        open(Map.of(), call -> call.leave(Exit.HANG_UP));
    }

    private ScriptedExchange call(String path, String callId, String callerId, String... arguments) throws IOException {
        return new ScriptedExchange().call(door.address(), ScriptedExchange.request(path, callId, callerId, arguments));
    }

    private String verdict() throws IOException {
        return call("main", CALL, "0912345678", door.secret()).verdict();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    private long refused(String why) {
        return door.counts.refused().getOrDefault(why, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.evil.X",
                "../x.js",
                "main?a=b&a=c",
                "main/",
                "MAIN",
                "main evil",
                "java.lang.Runtime",
                "file:/etc/passwd",
                ""
            })
    void onlyTheNameOfAFlowIsAPath(String path) throws IOException {
        open();
        assertThat(call(path, CALL, "0912345678", door.secret()).commands()).isEmpty();
        assertThat(refused("path")).isEqualTo(1);
        assertThat(verdict()).isEqualTo("hang-up");
    }

    @Test
    void aRequestOfTenKilobytesIsDropped() throws Exception {
        open();
        assertThat(call("main?" + "a=b&".repeat(2600), CALL, "0912345678", door.secret())
                        .commands())
                .isEmpty();
        await("counted", () -> refused("request") == 1);
        assertThat(verdict()).isEqualTo("hang-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealed", "open", "", "SEALED"})
    void theLaneOfWhoComesBackFromTheQueueIsRead(String lane) throws IOException {
        AtomicBoolean sealed = new AtomicBoolean();
        open(Map.of(), call -> {
            sealed.set(call.start().sealed());
            call.leave(Exit.HANG_UP);
        });
        assertThat(call("main", CALL, "0912345678", door.secret(), "", "", lane).verdict())
                .isEqualTo("hang-up");
        assertThat(sealed.get()).isEqualTo(lane.equals("sealed"));
    }

    @Test
    void withoutTheSecretNobodyIsHeard() throws IOException {
        open();
        assertThat(call("main", CALL, "0912345678").commands()).isEmpty();
        assertThat(call("main", CALL, "0912345678", "guess").commands()).isEmpty();
        assertThat(call("alive", CALL, "0912345678", door.secret() + "x").commands())
                .isEmpty();
        assertThat(refused("secret")).isEqualTo(3);
        assertThat(door.book.lines()).isEmpty();
    }

    @Test
    void aStrangersAddressIsTurnedAwayAtOnce() throws IOException {
        open(Map.of("hotline.voice.agi.address", "0.0.0.0"), call -> call.leave(Exit.HANG_UP));
        // 127.0.0.2 is this machine and still not a peer.
        try (Socket socket = new Socket()) {
            socket.bind(new java.net.InetSocketAddress("127.0.0.2", 0));
            socket.connect(
                    new java.net.InetSocketAddress("127.0.0.1", door.address().getPort()));
            socket.setSoTimeout(5000);
            assertThat(readOrReset(socket)).isEqualTo(-1);
        }
        assertThat(refused("peer")).isEqualTo(1);
    }

    private static int readOrReset(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678, +84912345678",
        "+84912345678, +84912345678",
        "84912345678, +84912345678",
        "2333852123, +842333852123",
        "unknown, ",
        "anonymous, ",
        "'', ",
        "012345678901234567890123456789, ",
        "'\"Chu tich\" <0912345678>', ",
        "0912345678%0d%0aAction: Originate, ",
        "0912abc678, ",
        "113, "
    })
    void theCallersNumberIsDigitsOrNobodys(String shown, String known) throws IOException {
        open();
        assertThat(call("main", CALL, shown, door.secret()).verdict()).isEqualTo("hang-up");
        assertThat(door.book.starts().get(0).caller())
                .isEqualTo(Optional.ofNullable(known).flatMap(PhoneNumber::parse));
    }

    @Test
    void anOrderedCallSaysWhatItIsAboutAndWhomWeRang() throws IOException {
        open();
        call("main", CALL, "18008081", door.secret(), "survey-78", "0987654321");
        assertThat(door.book.starts().get(0).reference()).contains("survey-78");
        assertThat(door.book.starts().get(0).caller()).isEqualTo(PhoneNumber.parse("0987654321"));
        call("main", CALL, "18008081", door.secret(), "Survey 78; drop");
        call("main", "a b", "18008081", door.secret());
        call("main", "x".repeat(65), "18008081", door.secret());
        assertThat(refused("request")).isEqualTo(3);
    }

    @Test
    void anArgumentOfTwoThousandMillionDoesNotTakeTheMemory() throws IOException {
        open();
        String request = ScriptedExchange.request("main", CALL, "0912345678", door.secret())
                .replace("agi_arg_1:", "agi_arg_2000000000: x\nagi_arg_nan: y\nagi_arg_1:");
        assertThat(new ScriptedExchange().call(door.address(), request).verdict())
                .isEqualTo("hang-up");
    }

    private void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(door.address().getAddress(), door.address().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Test
    void tenThousandHeaderLinesAndALineOfTenMegabytesAreCutOff() throws Exception {
        open();
        for (String flood : List.of("agi_x: y\n".repeat(10_000), "a".repeat(10 << 20))) {
            try (Socket socket = connect()) {
                send(socket, flood);
                readOrReset(socket);
            } catch (SocketException e) {
                // Closed while it was still sending.
            }
        }
        await("both counted", () -> refused("request") == 2);
        assertThat(verdict()).isEqualTo("hang-up");
    }

    @Test
    void fiveHundredSilentConnectionsDoNotKeepACallOut() throws Exception {
        open(Map.of("hotline.voice.maxcalls", "5"), call -> call.leave(Exit.HANG_UP));
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                silent.add(connect());
            }
            await("answered among them", () -> {
                try {
                    return verdict().equals("hang-up");
                } catch (IOException e) {
                    return false;
                }
            });
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertThat(refused("silent") + refused("full")).isGreaterThan(400);
    }

    @Test
    void oneCallMoreThanThereAreLinesIsLeftToTheExchange() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        open(Map.of("hotline.voice.maxcalls", "2"), call -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Socket> talking = List.of(connect(), connect());
        for (Socket socket : talking) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
        }
        await("two calls in hand", () -> door.calls.count() == 2);
        assertThat(call("main", CALL, "0912345678", door.secret()).commands()).isEmpty();
        assertThat(refused("full")).isEqualTo(1);
        end.countDown();
        await("over", () -> door.calls.count() == 0);
        for (Socket socket : talking) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 result=-1\n",
                "510 Invalid or unknown command\n",
                "511 Command Not Permitted on a dead channel or intercept routine\n",
                "520-Invalid command syntax.  Proper usage follows:\nUsage: x\n520 End of proper usage.\n",
                "HANGUP\n",
                "garbage\n",
                "\n",
                "200\n",
                "200 result=99999999999999999999 endpos=99999999999999999999\n",
                "<html><body>502 Bad Gateway</body></html>\n"
            })
    void aCallEndsCleanlyWhateverTheExchangeAnswers(String answer) throws Exception {
        open(Map.of("hotline.voice.agi.patience", "1"), call -> {
            call.ask(MENU, Entry.oneKey());
            call.leave(Exit.HANG_UP);
        });
        talkTo(answer);
        assertThat(door.book.lines()).hasSize(2);
    }

    /** Answers every command with {@code answer} until the gateway hangs up. */
    private void talkTo(String answer) throws Exception {
        try (Socket socket = connect()) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                send(socket, answer);
            }
        } catch (SocketException e) {
            // Reset is as good as closed.
        }
        await("the call is over", () -> door.calls.count() == 0);
        await("and noted", () -> door.book.lines().size() >= 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANGUP\n", "100 Trying\n", "520-Invalid\n"})
    void anAnswerWithoutEndIsCutOff(String line) throws Exception {
        open(Map.of(), call -> call.say(MENU));
        talkTo(line.repeat(20_000));
        assertThat(door.book.lines()).hasSize(2);
    }

    @Test
    void aLineOfAHundredKilobytesTowardsUsIsCutOff() throws Exception {
        open(Map.of(), call -> call.say(MENU));
        talkTo("200 result=" + "x".repeat(100_000));
        assertThat(door.book.lines()).hasSize(2);
    }

    @Test
    void aLineThatSaysNothingAnyMoreIsGivenUp() throws Exception {
        open(Map.of("hotline.voice.agi.patience", "2"), call -> call.say(MENU));
        try (Socket socket = connect()) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
            await("in hand", () -> door.calls.count() == 1);
            await("given up", () -> door.calls.count() == 0);
            await("and noted", () -> door.book.lines().size() >= 2);
            assertThat(socket.isClosed()).isFalse();
        }
        assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after ");
    }

    @Test
    void anAnswerThatTricklesIsGivenUpToo() throws Exception {
        open(Map.of("hotline.voice.agi.patience", "2"), call -> call.say(MENU));
        try (Socket socket = connect()) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
            await("in hand", () -> door.calls.count() == 1);
            for (int i = 0; i < 60 && door.calls.count() > 0; i++) {
                socket.getOutputStream().write('2');
                Thread.sleep(100);
            }
        } catch (SocketException e) {
            // Given up while it was sending.
        }
        await("given up", () -> door.calls.count() == 0);
    }

    /** The caller is still there, with the exchange's fallback: the exchange tells when the call is over. */
    @Test
    void aResetLineLeavesTheCallToTheExchange() throws Exception {
        open(Map.of(), call -> call.say(MENU));
        try (Socket socket = connect()) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
            await("in hand", () -> door.calls.count() == 1);
            socket.setSoLinger(true, 0);
        }
        await("over", () -> door.calls.count() == 0);
        await("and noted", () -> door.book.lines().size() >= 2);
        assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after ");
    }

    @Test
    void aBugInAFlowLeavesTheCallToTheExchange() throws IOException {
        open(Map.of(), call -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(verdict()).isEmpty();
        assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after ");
    }

    @Test
    void theHeartbeatIsFreshWhileCallsAreTakenAndGoneAfterwards() throws Exception {
        open();
        door.heartbeat.start();
        var file = door.folder.resolve("asterisk/run/gateway-alive");
        await("touched", () -> Files.exists(file));
        FileTime touched = Files.getLastModifiedTime(file);
        assertThat(Duration.between(touched.toInstant(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(20));
        assertThat(door.counts.isAlive()).isTrue();
        door.close();
        assertThat(file).doesNotExist();
        assertThat(door.counts.isAlive()).isFalse();
    }

    @Test
    void callsInHandDoNotOutliveTheDoor() throws Exception {
        open(Map.of(), call -> call.say(MENU));
        try (Socket socket = connect()) {
            send(socket, ScriptedExchange.request("main", CALL, "0912345678", door.secret()));
            await("in hand", () -> door.calls.count() == 1);
            door.close();
            assertThat(door.calls.count()).isZero();
            assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after ");
        }
    }
}
