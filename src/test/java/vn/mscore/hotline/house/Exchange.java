package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Asterisk, fetched and run by {@code ivr-scripts/asterisk} with what {@code hotline.jar render-exchange} writes, on
 * free ports of loopback in a folder of its own. Where there are no package tools or no network the test is skipped, unless
 * {@code EXCHANGE_REQUIRED} is set. {@link #close} leaves no process.
 */
public final class Exchange implements AutoCloseable {
    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Duration BOOT = Duration.ofSeconds(180);
    private static final Duration ASK = Duration.ofSeconds(20);
    private static final Path SCRIPTS = Path.of("ivr-scripts/asterisk");
    private static Path prefix;

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private ScheduledExecutorService heart;

    private Exchange(Path home) {
        this.home = home;
    }

    /** Gets Asterisk or skips the test; tells where it lies. */
    public static synchronized Path prefix() throws IOException, InterruptedException {
        if (prefix == null) {
            boolean root = "root".equals(System.getProperty("user.name"));
            Path cache = Path.of(root ? "/var/cache" : System.getProperty("user.home") + "/.cache", "hotline/asterisk");
            Path log = Files.createDirectories(Path.of("target/exchanges")).resolve("get.txt");
            String why;
            int code;
            try (Turn turn = Turn.to("packages")) {
                code = run(log, FETCH, SCRIPTS.resolve("get").toString(), cache.toString());
                why = "no Asterisk here: " + Files.readString(log);
            }
            if (System.getenv("EXCHANGE_REQUIRED") != null) {
                assertThat(code).as(why).isZero();
            }
            Assumptions.assumeTrue(code == 0, why);
            prefix = cache;
        }
        return prefix;
    }

    /** One that hands its calls to {@code agiPort}; {@link #start} starts it. */
    public static Exchange of(int agiPort) throws IOException, InterruptedException {
        prefix();
        Path folders = Files.createDirectories(Path.of("target/exchanges").toAbsolutePath());
        Exchange exchange = new Exchange(Files.createTempDirectory(folders, "x").resolve("asterisk"));
        exchange.set("hotline.var", exchange.home.getParent().toString())
                .set("hotline.voice.agi.port", Integer.toString(agiPort))
                .settings
                .putAll(ports());
        return exchange;
    }

    /** What a gateway needs that shall run one beside others: free ports, calls from loopback, no ringing. */
    public static Map<String, String> ports() throws IOException {
        Map<String, String> ports = new TreeMap<>();
        ports.put("hotline.voice.asterisk", "private");
        ports.put("hotline.voice.sip.port", Integer.toString(freeDatagramPort()));
        ports.put("hotline.voice.ami", "127.0.0.1:" + freePort());
        ports.put("hotline.voice.rtp", Ports.sound());
        ports.put("hotline.voice.rtp.strict", "false");
        ports.put("hotline.voice.ring", "0");
        ports.put("hotline.voice.trunk.host", "127.0.0.1:" + freeDatagramPort());
        ports.put("hotline.voice.devices", "truc-1,truc-2");
        return ports;
    }

    /** The one that {@code gateway} runs with {@code settings}. */
    public static Exchange attached(Gateway gateway, Map<String, String> settings) {
        Exchange exchange = new Exchange(gateway.var().resolve("asterisk"));
        exchange.settings.putAll(settings);
        return exchange;
    }

    /** Changes a setting before the start. */
    public Exchange set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Renders and starts; returns when its own check says that it is well. */
    public Exchange start() throws IOException, InterruptedException {
        render();
        launch();
        return this;
    }

    private void render() throws IOException, InterruptedException {
        Path config = home.resolveSibling("exchange.properties");
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(config, lines);
        Path log = home.resolveSibling("render.txt");
        int code = run(
                log,
                ASK.multipliedBy(3),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "hotline.jar").toAbsolutePath().toString(),
                "--config",
                config.toString(),
                "render-exchange",
                home.toString());
        assertThat(code).as(Files.readString(log)).isZero();
    }

    /** Starts what was rendered, again after {@link #kill}. */
    public void launch() throws IOException, InterruptedException {
        new ProcessBuilder("bash", SCRIPTS.resolve("start").toString(), home.toString(), prefix().toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("start.txt").toFile())
                .start();
        awaitWell();
    }

    /** Waits until it answers with all its modules. */
    public void awaitWell() throws IOException, InterruptedException {
        Path log = home.resolveSibling("check.txt");
        boolean well = Gateway.await(BOOT, () -> {
            try {
                return run(log, ASK, SCRIPTS.resolve("check").toString(), home.toString(), prefix.toString()) == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
        assertThat(well)
                .as("Asterisk did not come up: %s", Files.readString(log))
                .isTrue();
    }

    /** What its console answers. */
    public String ask(String command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(Files.createDirectories(home.resolveSibling("asked")), "ask", ".txt");
        String script = ". " + SCRIPTS.toAbsolutePath().resolve("common") + "; exec $(runner " + prefix() + ") -C "
                + home.resolve("etc/asterisk.conf") + " -rx '" + command + "'";
        run(log, ASK, "-c", script);
        return Files.readString(log);
    }

    private static int run(Path log, Duration limit, String... words) throws IOException, InterruptedException {
        boolean program = words[0].startsWith("/") && words[0].endsWith("java");
        List<String> command = Stream.concat(program ? Stream.of() : Stream.of("bash"), Stream.of(words))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Says from now on as the gateway does that calls are taken: now and every five seconds. */
    public synchronized void beat() throws IOException {
        heartbeat(Duration.ZERO);
        if (heart == null) {
            heart = Executors.newSingleThreadScheduledExecutor();
            heart.scheduleAtFixedRate(this::beatOnce, 5, 5, TimeUnit.SECONDS);
        }
    }

    private void beatOnce() {
        try {
            heartbeat(Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says nothing any more; the last sign of life is so old. */
    public void falter(Duration age) throws IOException, InterruptedException {
        hush();
        heartbeat(age);
    }

    private synchronized void hush() throws InterruptedException {
        if (heart != null) {
            heart.shutdownNow();
            assertThat(heart.awaitTermination(ASK.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            heart = null;
        }
    }

    private void heartbeat(Duration age) throws IOException {
        Path file = home.resolve("run/gateway-alive");
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - age.toMillis()));
    }

    /** Files of the spool whose names begin so. */
    public List<Path> recordings(String begin) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("spool/recordings"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .sorted()
                    .toList();
        }
    }

    /** Where it listens for calls. */
    public int sipPort() {
        return Integer.parseInt(settings.get("hotline.voice.sip.port"));
    }

    /** Where it sends calls to other telephones. */
    public int trunkPort() {
        return Integer.parseInt(settings.get("hotline.voice.trunk.host").split(":")[1]);
    }

    /** Where its manager listens. */
    public int amiPort() {
        return Integer.parseInt(settings.get("hotline.voice.ami").split(":")[1]);
    }

    /** A secret of the folder of secrets. */
    public String secret(String name) throws IOException {
        return Files.readString(home.resolveSibling("secrets").resolve(name)).strip();
    }

    /** Its folder. */
    public Path home() {
        return home;
    }

    /** Its process. */
    public ProcessHandle process() throws IOException {
        long pid = Long.parseLong(
                Files.readString(home.resolve("run/asterisk.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** SIGKILL. */
    public void kill() throws IOException, InterruptedException {
        ProcessHandle process = process();
        process.destroyForcibly();
        Gateway.await(ASK, () -> !process.isAlive());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        hush();
        run(home.resolveSibling("stop.txt"), ASK, SCRIPTS.resolve("stop").toString(), home.toString());
    }

    /** A free TCP port. */
    public static int freePort() {
        return Ports.next();
    }

    /** A free UDP port. */
    public static int freeDatagramPort() {
        return Ports.next();
    }
}
