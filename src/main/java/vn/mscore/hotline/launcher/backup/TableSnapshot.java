package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All tables as they were at one instant, while others go on writing: a transaction with a consistent snapshot, which locks no
 * row. Flyway's own table is left out: a restore makes the schema by the migrations.
 */
public final class TableSnapshot {
    /** Made by the migrations of the restore. */
    static final String HISTORY = "flyway_schema_history";

    private static final int ROWS_AT_ONCE = 200;
    private static final String SCHEMA = "select version from " + HISTORY
            + " where success and version is not null order by installed_rank desc limit 1";
    private static final String TABLES = "select table_name, engine, coalesce(auto_increment, 0)"
            + " from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'"
            + " and table_name <> '" + HISTORY + "' order by table_name";
    private static final String COLUMNS = "select column_name, data_type from information_schema.columns"
            + " where table_schema = database() and table_name = ? and is_generated = 'NEVER' order by ordinal_position";

    private final Connection connection;
    private final String schema;

    private TableSnapshot(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Begins it: what is committed from here on is not inside. Ends with {@code connection}, which is the caller's. */
    public static TableSnapshot begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A slow disk must not make the server hang up in the middle of a table.
            statement.execute("set session net_write_timeout = 3600, wait_timeout = 28800");
            statement.execute("set session transaction isolation level repeatable read");
            statement.execute("start transaction with consistent snapshot, read only");
            try (ResultSet row = statement.executeQuery(SCHEMA)) {
                if (!row.next()) {
                    throw new SQLException("no migration was ever applied");
                }
                return new TableSnapshot(connection, row.getString(1));
            }
        }
    }

    /** The version of the schema, as Flyway writes it. */
    public String schema() {
        return schema;
    }

    /** Writes every table; a table that cannot be read as of the snapshot or written exactly is refused by an exception. */
    public void writeTo(BackupWriter out) throws SQLException, IOException {
        for (BackupContent.TableHead table : tables()) {
            out.table(table);
            rows(table, out);
            out.endOfTable();
        }
    }

    private List<BackupContent.TableHead> tables() throws SQLException {
        List<BackupContent.TableHead> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                if (!"InnoDB".equals(rows.getString(2))) {
                    throw new SQLException("table " + rows.getString(1) + " is not of InnoDB and has no snapshot");
                }
                tables.add(new BackupContent.TableHead(rows.getString(1), List.of(), rows.getLong(3)));
            }
        }
        List<BackupContent.TableHead> whole = new ArrayList<>();
        for (BackupContent.TableHead table : tables) {
            whole.add(new BackupContent.TableHead(table.name(), columns(table.name()), table.nextId()));
        }
        return whole;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(2).equals("float")) {
                        throw new SQLException("column " + table + "." + rows.getString(1) + " would be rounded");
                    }
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    /** Every type goes as the bytes that the server itself turns back into the same value. */
    private void rows(BackupContent.TableHead table, BackupWriter out) throws SQLException, IOException {
        String values = table.columns().stream()
                .map(column -> "cast(" + quoted(column) + " as binary)")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            // Without it the driver would take the whole table into memory.
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select " + values + " from " + quoted(table.name()))) {
                while (rows.next()) {
                    byte[][] row = new byte[table.columns().size()][];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getBytes(i + 1);
                    }
                    out.row(row);
                }
            }
        }
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
