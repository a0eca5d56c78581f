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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plain SQL on the connection of the running transaction, for tables where locking or speed matters. Parameters may be
 * numbers, strings, bytes, booleans, enums (their name), {@link Instant}s (kept in UTC), Optionals of these, or null.
 */
@Singleton
public class Sql {
    private static final int ROWS_AT_ONCE = 100;

    private final EntityManager entities;
    private final ThreadLocal<Together> together = new ThreadLocal<>();

    /** Works on the transaction that {@code entities} is bound to. */
    @Inject
    public Sql(EntityManager entities) {
        this.entities = entities;
    }

    /** As many placeholders as there are values, for {@code in (...)}. */
    public static String marks(int values) {
        return String.join(",", Collections.nCopies(values, "?"));
    }

    /**
     * Runs {@code work}, several pieces of one transaction that may share statements (ADR 39): until it ends {@link #foresee}
     * keeps answers and {@link #later} keeps rows. Rows still kept at its end are written then; when it fails they are dropped,
     * as the caller's transaction is.
     */
    public <T> T together(Supplier<T> work) {
        if (together.get() != null) {
            return work.get();
        }
        together.set(new Together());
        try {
            T result = work.get();
            write(together.get().all());
            return result;
        } finally {
            together.remove();
        }
    }

    /**
     * Keeps the answer to a question that somebody is about to ask, for the first who asks, until this work changes one of
     * the {@code tables} it comes from; nothing outside {@link #together}.
     */
    public void foresee(Collection<String> tables, Object question, Object answer) {
        Optional.ofNullable(together.get()).ifPresent(shared -> shared.foresee(tables, question, answer));
    }

    /** The answer that was foreseen, once; empty when there is none. */
    public <T> Optional<T> foreseen(Object question, Class<T> type) {
        return Optional.ofNullable(together.get())
                .flatMap(shared -> shared.take(question))
                .map(type::cast);
    }

    /**
     * Inserts a row: at once, or within {@link #together} with others of its kind, before the next statement that names the
     * table and at the end.
     */
    public void later(Insert insert, Object... row) {
        if (together.get() == null) {
            update(insert.head() + insert.row() + insert.tail(), row);
        } else {
            together.get().add(insert, row);
        }
    }

    private void write(Map<Insert, List<Object[]>> rows) {
        rows.forEach((insert, all) -> insertAll(insert.head(), insert.row(), insert.tail(), all));
    }

    private void changes(String sql) {
        before(sql);
        Optional.ofNullable(together.get()).ifPresent(shared -> shared.forget(sql));
    }

    private void before(String sql) {
        if (together.get() != null) {
            write(together.get().named(sql));
        }
    }

    /** Runs a statement that changes rows; tells how many. */
    public int update(String sql, Object... parameters) {
        changes(sql);
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
        changes(sql);
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
        insertAll(head, row, "", rows);
    }

    private void insertAll(String head, String row, String tail, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            update(
                    head + String.join(", ", Collections.nCopies(some.size(), row)) + tail,
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }

    /** Reads all rows. */
    public <T> List<T> rows(String sql, Reader<T> reader, Object... parameters) {
        before(sql);
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

    /**
     * A kind of rows that may be written together.
     *
     * @param table where they go
     * @param head the statement before the values
     * @param row placeholders of one row, in brackets
     * @param tail the statement behind the values, empty for none
     */
    public record Insert(String table, String head, String row, String tail) {}

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
