package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a database must promise before a citizen's message is trusted to it (security.md row 172). */
final class DatabasePromises {
    private static final List<Promise> VARIABLES = List.of(
            new Promise("innodb_flush_log_at_trx_commit", "1", "a commit could be lost with the power"),
            // With a binary log it, not InnoDB's, decides after a power cut what was committed.
            new Promise("binary_log_unsynced", "0", "with log_bin a commit could be lost unless sync_binlog is 1"),
            new Promise("innodb_doublewrite", "ON|1", "a half written page could not be repaired"),
            new Promise("character_set_database", "utf8mb4", "Vietnamese and emoji need it"),
            new Promise("time_zone_seconds", "0", "the session must run in UTC"));

    private record Promise(String variable, String wanted, String why) {}

    /** Refuses with the first broken promise. */
    void check(Database database) throws StartRefused {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> faults = new ArrayList<>();
            for (Promise promise : VARIABLES) {
                String actual = value(statement, promise.variable());
                if (!actual.matches(promise.wanted())) {
                    faults.add(promise.variable() + " is " + actual + ", must be " + promise.wanted() + ": "
                            + promise.why());
                }
            }
            faults.addAll(tables(statement));
            faults.addAll(privileges(statement));
            if (!faults.isEmpty()) {
                throw new StartRefused("the database is not fit: " + String.join("; ", faults));
            }
        } catch (SQLException e) {
            throw new StartRefused("the database does not answer: " + e.getMessage(), e);
        }
    }

    private static String value(Statement statement, String variable) throws SQLException {
        String query =
                switch (variable) {
                    case "time_zone_seconds" -> "select timestampdiff(second, utc_timestamp(), now())";
                    case "binary_log_unsynced" -> "select @@log_bin and @@sync_binlog <> 1";
                    default -> "select @@" + variable;
                };
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select table_name, engine from information_schema.tables"
                + " where table_schema = database() and table_type = 'BASE TABLE' and engine <> 'InnoDB'")) {
            while (rows.next()) {
                faults.add("table " + rows.getString(1) + " is " + rows.getString(2) + ", must be InnoDB");
            }
        }
        return faults;
    }

    private static List<String> privileges(Statement statement) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("show grants")) {
            while (rows.next()) {
                String grant = rows.getString(1);
                if (grant.matches("(?i)GRANT .*\\b(ALL PRIVILEGES|FILE|SUPER)\\b.* ON \\*\\.\\* .*")) {
                    faults.add("the gateway's account has server-wide privileges (FILE); give it its own schema only");
                }
            }
        }
        return faults;
    }
}
