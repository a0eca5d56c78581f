package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Plain SQL on the connection of the running transaction, for tables where locking or speed matters. Parameters may be
 * numbers, strings, bytes, booleans, enums (their name), {@link Instant}s (kept in UTC), Optionals of these, or null.
 */
@Singleton
public class Sql {
    private static final int ROWS_AT_ONCE = 100;

    private final EntityManager entities;

    /** Works on the transaction that {@code entities} is bound to. */
    @Inject
    public Sql(EntityManager entities) {
        this.entities = entities;
    }

    /** As many placeholders as there are values, for {@code in (...)}. */
    public static String marks(int values) {
        return String.join(",", Collections.nCopies(values, "?"));
    }

    /** Runs a statement that changes rows; tells how many. */
    public int update(String sql, Object... parameters) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Inserts a row; false when a unique key of it is already there. */
    public boolean insertNew(String sql, Object... parameters) {
        try {
            return update(sql, parameters) > 0;
        } catch (SqlFailure e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }

    /** Runs one statement for many rows in one round trip where the driver can. */
    public void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Inserts many rows, a hundred to a statement: what a statement costs is paid once. {@code head} ends before the values,
     * {@code row} is one row of placeholders in brackets.
     */
    public void insertAll(String head, String row, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            update(
                    head + String.join(", ", Collections.nCopies(some.size(), row)),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }

    /** Reads all rows. */
    public <T> List<T> rows(String sql, Reader<T> reader, Object... parameters) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(new Row(result)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Reads the first row, if any. */
    public <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) {
        List<T> rows = rows(sql, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Whether there is any such row. */
    public boolean exists(String sql, Object... parameters) {
        return first(sql, row -> true, parameters).isPresent();
    }

    /** The one number a query asks for in column {@code n}; 0 when it finds no row. */
    public int count(String sql, Object... parameters) {
        return first(sql, row -> (int) row.number("n"), parameters).orElse(0);
    }

    /** The column {@code id} of all rows. */
    public List<Long> ids(String sql, Object... parameters) {
        return rows(sql, row -> row.number("id"), parameters);
    }

    /** Sends what entities of the running transaction have changed and not written yet. */
    public void flush() {
        entities.flush();
    }

    // EclipseLink reads native queries outside the transaction until something was written; unwrapping begins it now.
    private Connection connection() {
        return entities.unwrap(Connection.class);
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, plain(parameters[i]));
        }
    }

    private static Object plain(Object parameter) {
        if (parameter instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (parameter instanceof Instant instant) {
            return UtcConverter.utc(instant);
        }
        return parameter instanceof Enum<?> value ? value.name() : parameter;
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the columns it needs; not kept after the call. */
        T read(Row row) throws SQLException;
    }

    /** The row under the cursor. */
    public record Row(ResultSet columns) {
        /** A number. */
        public long number(String column) throws SQLException {
            return columns.getLong(column);
        }

        /** A number that may be null. */
        public Optional<Long> maybeNumber(String column) throws SQLException {
            long value = columns.getLong(column);
            return columns.wasNull() ? Optional.empty() : Optional.of(value);
        }

        /** A text, null when null. */
        public String text(String column) throws SQLException {
            return columns.getString(column);
        }

        /** Bytes, null when null. */
        public byte[] bytes(String column) throws SQLException {
            return columns.getBytes(column);
        }

        /** A boolean. */
        public boolean flag(String column) throws SQLException {
            return columns.getBoolean(column);
        }

        /** An instant kept in UTC, null when null. */
        public Instant instant(String column) throws SQLException {
            return UtcConverter.instant(columns.getObject(column, java.time.LocalDateTime.class));
        }
    }
}
