package vn.mscore.hotline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The packaged gateway as a technician runs it: {@code java -jar target/hotline.jar} as a process of its own, on a free
 * port, with a {@code var} of its own. Survives being killed; {@link #close} leaves no process behind.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());
    private static final Duration START = Duration.ofSeconds(480);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    /** A program that lives for a minute or two pays more for the second compiler than it gets back. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private List<String> options = List.of();
    private Process process;
    private Path output;
    private int starts;

    /** In {@code home}, which is made; its {@code var} lies inside. */
    public Gateway(Path home) throws IOException {
        this.home = Files.createDirectories(home.toAbsolutePath());
        set("hotline.var", home.toAbsolutePath().resolve("var").toString());
        set("hotline.http.port", Integer.toString(Ports.next()));
        set("hotline.start.seconds", "240");
        set("hotline.voice.asterisk", "off");
        // What is installed on a machine changes no test.
        set("hotline.voice.espeak", "off");
    }

    /** A new folder below {@code target}, left there for whoever wants to know why a test failed. */
    public static Path freshFolder(String name) {
        try {
            Path folders = Files.createDirectories(Path.of("target", "gateways").toAbsolutePath());
            return Files.createTempDirectory(folders, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a setting of the next start. */
    public Gateway set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Options of Java for the next starts, in the place of those before. */
    public Gateway options(String... words) {
        options = List.of(words);
        return this;
    }

    /** Whether its process lives. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts and returns when it says that it is ready; fails with its output otherwise. */
    public Gateway start() throws IOException, InterruptedException {
        launch();
        return awaitReady();
    }

    /** Waits until a launched gateway says that it is ready. */
    public Gateway awaitReady() throws InterruptedException {
        boolean ready = await(START, () -> printed("[hotline] ready") || !process.isAlive());
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException("the gateway did not start:\n" + output());
        }
        return this;
    }

    /** Starts without waiting. */
    public void launch(String... words) throws IOException {
        Path config = home.resolve("hotline.properties");
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(config, lines);
        output = home.resolve("output-" + ++starts + ".txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", QUICK));
        command.addAll(options);
        command.addAll(List.of(
                "-jar", Path.of("target", "hotline.jar").toAbsolutePath().toString(), "--config", config.toString()));
        command.addAll(List.of(words));
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Waits for its own end; fails when it does not come. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running:\n" + output());
        }
        return process.exitValue();
    }

    /** SIGTERM; tells how long it took to end. */
    public Duration terminate() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not stop within " + STOP);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** SIGKILL to the gateway alone, as the kernel or a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
    }

    /** What it printed since its last start. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    private boolean printed(String words) {
        return output().contains(words);
    }

    /** Processes that belong to this gateway's {@code var}, itself included. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }

    /** Its folder. */
    public Path var() {
        return home.resolve("var");
    }

    /** A GET without the key. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** A request with the integrator's key. */
    public HttpResponse<String> call(String method, String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header(
                        "X-Api-Key",
                        Files.readString(var().resolve("secrets/api-key")).strip())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Any request, on a connection of its own: the server closes one after a request it refuses. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The start of a request. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.get("hotline.http.port") + path))
                .timeout(Duration.ofSeconds(30));
    }

    /** Waits until {@code condition} or the limit; tells which. */
    public static boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        }
        if (!await(STOP, this::killed)) {
            LOG.log(Level.WARNING, "still there: {0}", processes());
        }
        // The database's programs and the container are large and the same for everybody.
        for (String large : List.of("mariadb", "container", "tmp")) {
            delete(var().resolve(large));
        }
    }

    private boolean killed() {
        List<ProcessHandle> left = processes();
        left.forEach(ProcessHandle::destroyForcibly);
        return left.isEmpty();
    }

    /** Removes a folder and what is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.FINE, "was never made, or somebody else deletes too", e);
        }
    }
}
