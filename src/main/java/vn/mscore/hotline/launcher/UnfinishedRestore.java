package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.launcher.backup.Forced;

/**
 * A mark in {@code var} and one in the database while a restore fills them: a gateway that started on half of the data, here
 * or on another machine, would go on as if it were all.
 */
final class UnfinishedRestore {
    private static final String MARK = "restore-unfinished";

    private static final String TABLE = "restore_unfinished";
    private static final String MARKED = "select count(*) from information_schema.tables"
            + " where table_schema = database() and table_name = '" + TABLE + "'";
    private static final String OTHERS =
            "select count(*) from information_schema.processlist" + " where db = database() and id <> connection_id()";
    /** The server still counts for a moment who has just left. */
    private static final int TRIES = 20;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private UnfinishedRestore() {}

    /** Marks the database before anything else is in it; refuses while others are connected. */
    static void begin(Connection connection) throws SQLException, StartRefused {
        run(connection, "create table " + TABLE + " (since datetime(6) not null default utc_timestamp(6))");
        for (int left = TRIES; count(connection, OTHERS) > 0; left--) {
            if (left == 0) {
                end(connection);
                throw new StartRefused("others are connected to this database: stop every node of it first");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Takes the mark out of the database, last of all. */
    static void end(Connection connection) throws SQLException {
        run(connection, "drop table " + TABLE);
    }

    /** Refuses a database that is half filled, whoever fills it. */
    static void refuse(Database database) throws StartRefused {
        try (Connection connection = database.connect()) {
            if (count(connection, MARKED) > 0) {
                throw new StartRefused("a restore fills this database, perhaps from another machine, or did not end:"
                        + " wait for it; if it is dead, stop every node, empty the database and that machine's folder"
                        + " (keep secrets), then restore again");
            }
        } catch (SQLException e) {
            throw new StartRefused("the database cannot be used: " + e.getMessage(), e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    static void begin(Path var) throws IOException {
        Files.createFile(var.resolve(MARK));
        Forced.folder(var);
    }

    static void end(Path var) throws StartRefused {
        try {
            Files.delete(var.resolve(MARK));
            Forced.folder(var);
        } catch (IOException e) {
            throw new StartRefused("the mark " + var.resolve(MARK) + " cannot be removed", e);
        }
    }

    /** Refuses a place that is half filled. */
    static void refuse(Path var) throws StartRefused {
        if (Files.exists(var.resolve(MARK))) {
            throw new StartRefused(
                    "a restore into " + var + " did not end, its data are not whole: empty the folder (keep"
                            + " secrets) and the database, then restore again");
        }
    }
}
