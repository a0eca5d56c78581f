package vn.mscore.hotline.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/** Starts, watches and kills a {@link Victim}. */
final class VictimProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Path folder;
    private final Properties settings = new Properties();
    private List<String> options = List.of();
    private Process process;
    private Path output;
    private int starts;

    VictimProcess(Path folder, TestDatabase.Schema schema, Map<String, String> settings) {
        this.folder = folder;
        this.settings.putAll(settings);
        this.settings.setProperty("schema.name", schema.name());
        this.settings.setProperty("schema.url", schema.url());
        this.settings.setProperty("schema.user", schema.user());
        this.settings.setProperty("schema.password", schema.password());
    }

    /** Options of Java for the next starts. */
    VictimProcess options(String... words) {
        options = List.of(words);
        return this;
    }

    /** Its number, for whoever looks at it from outside. */
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Starts with {@code failpoint} armed; with none when it is empty. */
    void start(String failpoint) throws IOException {
        Path file = folder.resolve("victim.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        output = folder.resolve("victim-" + ++starts + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC"));
        command.addAll(options);
        if (!failpoint.isEmpty()) {
            command.add("-Dhotline.failpoint=" + failpoint);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                file.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Waits until its services run, or until it is dead; false when neither came. */
    boolean awaitReady() throws InterruptedException {
        return Gateway.await(START, () -> !process.isAlive() || isReady());
    }

    /** Whether its services run, or did when it died: its own word in a line of its own, none of a line's state. */
    boolean isReady() {
        return output().lines().anyMatch("READY"::equals);
    }

    /** Whether it died by itself within {@code limit}. */
    boolean diesWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The code it ended with. */
    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
    }

    /** What it printed since its last start. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
