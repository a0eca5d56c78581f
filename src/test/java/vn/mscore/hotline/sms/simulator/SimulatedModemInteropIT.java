package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Alphabet;

/** Programs that others wrote for real modems take the simulated one for real: gammu and smstools over a pty. */
class SimulatedModemInteropIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Process> started = new ArrayList<>();
    private final Bench bench = new Bench(ModemSettings.of(Bench.MODEM, 20), Clock.systemUTC());
    private Path home;

    @BeforeAll
    static void install() throws Exception {
        AptTool.require(List.of("gammu", "smsd", "socat"), List.of("gammu", "smstools", "socat"));
    }

    private static Process quiet(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static int finish(Process process, Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            end(process);
            return -1;
        }
        return process.exitValue();
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @BeforeEach
    void connect() throws Exception {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target/interop")), "run")
                .toAbsolutePath();
        Path tty = home.resolve("tty");
        started.add(quiet(
                List.of("socat", "pty,link=" + tty + ",raw,echo=0", "tcp:127.0.0.1:" + bench.modem.port() + ",nodelay"),
                home.resolve("socat.log")));
        await("the pty", () -> Files.exists(tty) && bench.modem.inUse());
        Files.writeString(home.resolve("gammurc"), "[gammu]\ndevice=" + tty + "\nconnection=at115200\n");
    }

    @AfterEach
    void clear() {
        started.forEach(SimulatedModemInteropIT::end);
        bench.close();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("no %s; see %s", what, home).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String gammu(String... words) throws Exception {
        Path log = Files.createTempFile(home, "gammu", ".log");
        List<String> command =
                new ArrayList<>(List.of("gammu", "-c", home.resolve("gammurc").toString()));
        command.addAll(List.of(words));
        Process process = quiet(command, log);
        started.add(process);
        int result = finish(process, LIMIT);
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(result).as(said).isZero();
        return said;
    }

    @Test
    void gammuIdentifiesIt() throws Exception {
        assertThat(gammu("identify")).contains("MScore", "SIM-1", "356938035643809", "452040000000001");
    }

    @Test
    void gammuReadsItsMessages() throws Exception {
        bench.network.text(Bench.LAN, Bench.MODEM, "Hồ sơ của tôi đâu");
        bench.network.text(Bench.LAN, Bench.MODEM, "TC H50.15-260814-0012 [gap] " + "x".repeat(160));
        assertThat(gammu("getallsms"))
                .contains("Hồ sơ của tôi đâu", "TC H50.15-260814-0012 [gap]", "part 2 of 2", "+84912345678");
    }

    @Test
    void gammuSendsAShortText() throws Exception {
        gammu("sendsms", "TEXT", "0912345678", "-text", "xin chao {ban}");
        assertReceived("xin chao {ban}", 1, Alphabet.GSM7);
    }

    @Test
    void gammuSendsUnicode() throws Exception {
        gammu("sendsms", "TEXT", "0912345678", "-unicode", "-text", "Kính gửi ông/bà, hồ sơ đã xong");
        assertReceived("Kính gửi ông/bà, hồ sơ đã xong", 1, Alphabet.UCS2);
    }

    @Test
    void gammuSendsTwoParts() throws Exception {
        String text = "0123456789".repeat(20);
        gammu("sendsms", "TEXT", "0912345678", "-len", "200", "-text", text);
        assertReceived(text, 2, Alphabet.GSM7);
    }

    private void assertReceived(String text, int parts, Alphabet alphabet) throws InterruptedException {
        List<PhoneMessage> received = bench.network.awaitReceived(Bench.LAN, 1, LIMIT);
        assertThat(received).hasSize(1);
        assertThat(received.get(0).text()).isEqualTo(text);
        assertThat(received.get(0).parts()).isEqualTo(parts);
        assertThat(received.get(0).alphabet()).isEqualTo(alphabet);
        assertThat(received.get(0).price()).isEqualTo(350 * parts);
    }

    @Test
    void smstoolsSendsAndReceives() throws Exception {
        for (String folder : List.of("outgoing", "checked", "incoming", "failed", "sent", "report", "stats")) {
            Files.createDirectory(home.resolve(folder));
        }
        Files.writeString(home.resolve("smsd.conf"), smsdConfiguration());
        Files.writeString(home.resolve("outgoing/one"), "To: 84912345678\n\nchao tu smstools\n");
        long question = bench.network.text(Bench.LAN, Bench.MODEM, "TC H50.15-260814-0012");
        started.add(quiet(List.of("smsd", "-t", "-c", home.resolve("smsd.conf").toString()), home.resolve("smsd.out")));

        assertReceived("chao tu smstools", 1, Alphabet.GSM7);
        await("received file", () -> read("incoming").contains("TC H50.15-260814-0012"));
        assertThat(read("incoming")).contains("From: 84912345678");
        await("cleared SIM", () -> bench.network.message(question).orElseThrow().isDone());
        await("sent file", () -> read("sent").contains("chao tu smstools"));
    }

    private String smsdConfiguration() {
        return """
                devices = GSM1
                outgoing = %1$s/outgoing
                checked = %1$s/checked
                incoming = %1$s/incoming
                failed = %1$s/failed
                sent = %1$s/sent
                report = %1$s/report
                stats = %1$s/stats
                logfile = %1$s/smsd.log
                infofile = %1$s/smsd.working
                pidfile = %1$s/smsd.pid
                loglevel = 7
                delaytime = 1
                receive_before_send = no
                [GSM1]
                device = %1$s/tty
                incoming = yes
                baudrate = 115200
                rtscts = no
                memory_start = 1
                primary_memory = SM
                """.formatted(home);
    }

    private String read(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
