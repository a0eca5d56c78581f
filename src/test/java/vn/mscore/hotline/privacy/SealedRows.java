package vn.mscore.hotline.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.mscore.hotline.house.TestDatabase.Schema;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** One row in every table that has sealed values, and what all of them hold; behind the rooms' backs. */
final class SealedRows {
    private static final List<SealedColumn> COLUMNS = SealedColumn.all();

    private final Schema schema;

    SealedRows(Schema schema) {
        this.schema = schema;
    }

    /** A value, where it belongs and where it lies. */
    record Held(SealedColumn of, Place place, byte[] bytes) {}

    /** Fills every column that has no value yet with its own name; every other value is of the secret lane. */
    void fill(PersonalDataCipher cipher) {
        try (Connection connection = schema.connect()) {
            loosen(connection);
            Map<String, List<SealedColumn>> tables = COLUMNS.stream()
                    .collect(Collectors.groupingBy(SealedColumn::table, LinkedHashMap::new, Collectors.toList()));
            for (List<SealedColumn> columns : tables.values()) {
                insert(connection, columns);
            }
            int n = 0;
            for (SealedColumn of : COLUMNS) {
                Place place = place(connection, of);
                byte[] sealed = cipher.seal(n++ % 2 == 0 ? Lane.PERSONAL : Lane.SECRET, place, of.name());
                update(connection, of, sealed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void loosen(Connection connection) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute("set session sql_mode = '', foreign_key_checks = 0, check_constraint_checks = 0");
        }
    }

    private static void insert(Connection connection, List<SealedColumn> columns) throws SQLException {
        SealedColumn first = columns.get(0);
        Map<String, String> cells = new LinkedHashMap<>();
        if (first.key().matches("\\w+")) {
            cells.put(first.key(), "7");
        } else {
            cells.put("month", "'2026-06'");
        }
        if (first.row().matches("\\w+")) {
            cells.putIfAbsent(first.row(), "8");
        }
        if (first.place().matches("\\w+")) {
            cells.put(first.place(), "'LEARNT'");
        }
        if (first.table().equals("voice_order")) {
            // What it waits for is reckoned from it.
            cells.put("ordered_at", "utc_timestamp(6)");
        }
        columns.forEach(one -> cells.put(one.column(), "x''"));
        try (Statement plain = connection.createStatement()) {
            plain.execute("insert into " + first.table() + " (" + String.join(", ", cells.keySet()) + ") values ("
                    + String.join(", ", cells.values()) + ")");
        }
    }

    private static Place place(Connection connection, SealedColumn of) throws SQLException {
        try (Statement plain = connection.createStatement();
                ResultSet row = plain.executeQuery("select " + of.row() + ", " + of.place() + " from " + of.table())) {
            row.next();
            return new Place(of.table(), row.getString(2), row.getLong(1));
        }
    }

    private static void update(Connection connection, SealedColumn of, byte[] sealed) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + of.table() + " set " + of.column() + " = ?")) {
            update.setBytes(1, sealed);
            update.executeUpdate();
        }
    }

    /** All values as they lie there now: also what an old backup would hold. */
    List<Held> all() {
        List<Held> held = new ArrayList<>();
        try (Connection connection = schema.connect();
                Statement plain = connection.createStatement()) {
            for (SealedColumn of : COLUMNS) {
                String query = "select " + of.row() + ", " + of.place() + ", " + of.column() + " from " + of.table()
                        + " where length(" + of.column() + ") > 0";
                try (ResultSet rows = plain.executeQuery(query)) {
                    while (rows.next()) {
                        Place place = new Place(of.table(), rows.getString(2), rows.getLong(1));
                        held.add(new Held(of, place, rows.getBytes(3)));
                    }
                }
            }
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
