package vn.mscore.hotline.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all migrations left in a schema: tables, triggers and first rows. Laid in an empty schema they are what they would be
 * if the migrations had run there, in a fraction of the time.
 *
 * @param tables statements that make them
 * @param triggers statements that make them, with nobody's name
 * @param rows statements that fill, from the schema {@link #ORIGINAL}, the tables that are not empty from the beginning
 */
record MigratedTables(List<String> tables, List<String> triggers, List<String> rows) {
    private static final String ORIGINAL = "original";
    private static final String NOBODY = "DEFINER=NOBODY";
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = database() and table_type = 'BASE TABLE' order by table_name";
    private static final String TRIGGERS =
            "select trigger_name from information_schema.triggers where trigger_schema = database() order by trigger_name";
    private static final String WRITTEN = "select group_concat(column_name order by ordinal_position) from"
            + " information_schema.columns where table_schema = database() and is_generated = 'NEVER' and table_name = ";

    /** Reads a schema. */
    static MigratedTables of(TestDatabase.Schema schema) {
        List<String> tables = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String table : schema.column(TABLES)) {
            tables.add(told(schema, "show create table " + table, "Create Table"));
            if (!schema.column("select 1 from " + table + " limit 1").isEmpty()) {
                String columns = schema.column(WRITTEN + "'" + table + "'").get(0);
                rows.add("insert into " + table + " (" + columns + ") select " + columns + " from " + ORIGINAL + "."
                        + table);
            }
        }
        List<String> triggers = schema.column(TRIGGERS).stream()
                .map(name -> told(schema, "show create trigger " + name, "SQL Original Statement"))
                .map(statement -> statement.replaceFirst("DEFINER=\\S+", NOBODY))
                .toList();
        return new MigratedTables(List.copyOf(tables), triggers, List.copyOf(rows));
    }

    private static String told(TestDatabase.Schema schema, String question, String column) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes all of it for the account of an {@code empty} schema on the server where {@code original} is. */
    String script(TestDatabase.Schema empty, TestDatabase.Schema original) {
        String owner = "DEFINER=`" + empty.user() + "`@`127.0.0.1`";
        // Tables name each other in no order; rows are there before triggers forbid them.
        return Stream.of(
                        Stream.of("set foreign_key_checks = 0"),
                        tables.stream(),
                        rows.stream().map(one -> one.replace(ORIGINAL + ".", original.name() + ".")),
                        triggers.stream().map(one -> one.replace(NOBODY, owner)))
                .flatMap(statements -> statements)
                .reduce((before, next) -> before + ";\n" + next)
                .orElseThrow();
    }
}
