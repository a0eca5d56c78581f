package vn.mscore.hotline.platform.container;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB without XA. The database is the only resource of any transaction, so there is nothing to agree on with others: the
 * container, which would start, end, prepare and commit a branch of a distributed transaction, has one {@code commit} to
 * send (ADR 29). It is a plain data source and nothing else, since the container takes the mightiest face it finds.
 */
public final class OnePhaseDataSource implements DataSource {
    private static final Pattern OF_SESSION = Pattern.compile("([?&]sessionVariables=)", Pattern.CASE_INSENSITIVE);
    private static final String LIMIT = "max_statement_time=30";

    private final MariaDbDataSource server = new MariaDbDataSource();

    /** The container sets its properties next. */
    public OnePhaseDataSource() {}

    /** Where the server is: {@code jdbc:mariadb://host:port/schema}. */
    public void setUrl(String url) throws SQLException {
        server.setUrl(withLimit(url));
    }

    /**
     * {@code url} with a limit of 30 s for each statement, if it has none. Said once to a session: a driver that says it with
     * each statement has the server parse it each time.
     */
    static String withLimit(String url) {
        if (url.contains("max_statement_time")) {
            return url;
        }
        Matcher variables = OF_SESSION.matcher(url);
        if (variables.find()) {
            return variables.replaceFirst("$1" + LIMIT + ",");
        }
        return url + (url.contains("?") ? "&" : "?") + "sessionVariables=" + LIMIT;
    }

    /** The account. */
    public void setUser(String user) throws SQLException {
        server.setUser(user);
    }

    /** Its password. */
    public void setPassword(String password) throws SQLException {
        server.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return LazyConnection.of(server.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return LazyConnection.of(server.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() {
        return server.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        server.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        server.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return server.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return server.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> face) throws SQLException {
        if (isWrapperFor(face)) {
            return face.cast(this);
        }
        throw new SQLException("not a " + face.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> face) {
        return face.isInstance(this);
    }
}
