package vn.mscore.hotline.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Fills the tables of a freshly migrated schema, in whatever order they come; holds about a megabyte of rows at a time. */
final class TableLoad {
    private static final int MOST_ROWS = 200;
    private static final int MOST_BYTES = 1 << 20;
    private static final int STATEMENTS_PER_COMMIT = 50;

    private final Connection connection;
    private final List<byte[][]> waiting = new ArrayList<>();
    private BackupContent.TableHead table;
    private int bytes;
    private int statements;

    /** Takes {@code connection} over until the last table is whole. */
    TableLoad(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // The snapshot was consistent; tables come by name and not by what they refer to.
            statement.execute("set session foreign_key_checks = 0");
            statement.execute("set session sql_mode = concat(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
        }
    }

    /** Begins a table: rows that the migrations put there give way to those that were there when the backup was taken. */
    void begin(BackupContent.TableHead begun) throws SQLException {
        table = begun;
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + TableSnapshot.quoted(table.name()));
        }
    }

    void add(byte[][] row) throws SQLException {
        waiting.add(row);
        for (byte[] value : row) {
            bytes += value == null ? 0 : value.length;
        }
        if (waiting.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
            insert();
        }
    }

    void end() throws SQLException {
        insert();
        connection.commit();
        if (table.nextId() > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "alter table " + TableSnapshot.quoted(table.name()) + " auto_increment = " + table.nextId());
            }
        }
    }

    private void insert() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(statement(waiting.size()))) {
            int parameter = 1;
            for (byte[][] row : waiting) {
                for (byte[] value : row) {
                    insert.setBytes(parameter++, value);
                }
            }
            insert.executeUpdate();
        }
        waiting.clear();
        bytes = 0;
        if (++statements % STATEMENTS_PER_COMMIT == 0) {
            connection.commit();
        }
    }

    private String statement(int rows) {
        String columns = table.columns().stream().map(TableSnapshot::quoted).collect(Collectors.joining(", "));
        String places =
                "(" + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        return "insert into " + TableSnapshot.quoted(table.name()) + " (" + columns + ") values "
                + String.join(", ", Collections.nCopies(rows, places));
    }

    /** How many tables a schema has. */
    static int tablesIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = database()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
