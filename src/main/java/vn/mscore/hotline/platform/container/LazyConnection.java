package vn.mscore.hotline.platform.container;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection that sends changes of its mode only when a statement needs them. The container switches autocommit off before
 * and on after every transaction and asks for the isolation level in between: two or three round trips that change nothing.
 */
final class LazyConnection implements InvocationHandler {
    private final Connection server;
    private boolean wanted = true;
    private boolean actual = true;
    private boolean working;
    private Integer isolation;

    private LazyConnection(Connection server) {
        this.server = server;
    }

    /** Around an open connection in autocommit mode, as a driver gives it. */
    static Connection of(Connection server) {
        return (Connection) Proxy.newProxyInstance(
                LazyConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new LazyConnection(server));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit":
                return wanted;
            case "setAutoCommit":
                want((boolean) arguments[0]);
                return null;
            case "getTransactionIsolation":
                return isolation();
            case "setTransactionIsolation":
                isolate((int) arguments[0]);
                return null;
            case "createStatement", "prepareStatement", "prepareCall":
                settle();
                working = !actual;
                break;
            default:
        }
        Object result = passOn(method, arguments);
        if (arguments == null
                && (method.getName().equals("commit") || method.getName().equals("rollback"))) {
            working = false;
        }
        return result;
    }

    private Object passOn(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** JDBC: switching autocommit on commits what is open, so then it is not put off. */
    private void want(boolean autocommit) throws SQLException {
        wanted = autocommit;
        if (autocommit && working) {
            settle();
            working = false;
        }
    }

    private void settle() throws SQLException {
        if (wanted != actual) {
            server.setAutoCommit(wanted);
            actual = wanted;
        }
    }

    private int isolation() throws SQLException {
        if (isolation == null) {
            isolation = server.getTransactionIsolation();
        }
        return isolation;
    }

    private void isolate(int level) throws SQLException {
        if (isolation == null || isolation != level) {
            server.setTransactionIsolation(level);
            isolation = level;
        }
    }
}
