package vn.mscore.hotline.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a database has, for tests. */
final class Rows {
    private Rows() {}

    static List<Long> numbers(Connection connection, String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    static int count(Connection connection, String table) {
        try {
            return numbers(connection, "select count(*) from " + table).get(0).intValue();
        } catch (SQLException e) {
            return -1;
        }
    }

    static List<String> states(Connection connection, List<Long> rows) {
        List<String> states = new ArrayList<>();
        for (long id : rows) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select state from sms_outbox where id = " + id)) {
                row.next();
                states.add(row.getString(1));
            } catch (SQLException e) {
                states.add(e.getMessage());
            }
        }
        return states;
    }
}
