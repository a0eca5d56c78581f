package vn.mscore.hotline.house;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * What the database is asked by one gateway, by MariaDB's general log, without the values. Statements that the gateway
 * also makes while nobody asks it anything are left out.
 */
final class StatementLog implements AutoCloseable {
    private static final Pattern VALUE = Pattern.compile(
            "(?s)(?:_binary\\s*)?'(?:[^'\\\\]|\\\\.|'')*'|\\b\\d+(?:\\.\\d+)?\\b|\\bnull\\b|\\btrue\\b|\\bfalse\\b");

    private final String user;
    private final Connection root;
    private final Set<String> byItself = new HashSet<>();

    private StatementLog(TestDatabase.Schema schema) throws SQLException {
        user = schema.user();
        root = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + schema.port() + "/mysql", "tests", "tests");
    }

    /** Listens to the gateway on {@code schema}, and first for so long to what it does by itself. */
    static StatementLog of(TestDatabase.Schema schema, Duration idle) throws Exception {
        StatementLog log = new StatementLog(schema);
        log.run("set global log_output = 'TABLE'");
        log.run("set global general_log = 1");
        log.byItself.addAll(log.during(() -> {
            Thread.sleep(idle.toMillis());
            return null;
        }));
        return log;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The statements that were made while {@code asked} went on, in their order. */
    List<String> during(Callable<?> asked) throws Exception {
        run("truncate table mysql.general_log");
        asked.call();
        List<String> made = new ArrayList<>();
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery("select cast(argument as char) from mysql.general_log"
                        + " where command_type in ('Query', 'Execute') and user_host like '" + user + "[%'")) {
            while (rows.next()) {
                made.add(VALUE.matcher(rows.getString(1)).replaceAll("?"));
            }
        }
        made.removeAll(byItself);
        return made;
    }

    @Override
    public void close() throws SQLException {
        run("set global general_log = 0");
        run("truncate table mysql.general_log");
        root.close();
    }
}
