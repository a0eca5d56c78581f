package vn.mscore.hotline.platform.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyConnectionTest {
    private final List<String> sent = new ArrayList<>();
    private boolean broken;
    private final Connection connection = LazyConnection.of((Connection) Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                sent.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                if (broken) {
                    throw new SQLException("gone");
                }
                return method.getName().equals("getTransactionIsolation")
                        ? Connection.TRANSACTION_READ_COMMITTED
                        : null;
            }));

    private void transaction(String statement) throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement(statement);
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Test
    void transactionsInARowSwitchAutocommitOffOnce() throws SQLException {
        transaction("a");
        transaction("b");
        assertThat(sent)
                .containsExactly("setAutoCommit false", "prepareStatement a", "commit", "prepareStatement b", "commit");
    }

    @Test
    void aStatementOutsideATransactionIsCommittedByItself() throws SQLException {
        transaction("a");
        connection.createStatement();
        transaction("b");
        assertThat(sent)
                .containsExactly(
                        "setAutoCommit false",
                        "prepareStatement a",
                        "commit",
                        "setAutoCommit true",
                        "createStatement",
                        "setAutoCommit false",
                        "prepareStatement b",
                        "commit");
    }

    @Test
    void theModeIsAsItWasAskedForThoughNothingWasSent() throws SQLException {
        connection.setAutoCommit(false);
        assertThat(connection.getAutoCommit()).isFalse();
        connection.setAutoCommit(true);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(sent).isEmpty();
    }

    @Test
    void switchingAutocommitOnCommitsWhatIsOpen() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("a");
        connection.setAutoCommit(true);
        assertThat(sent).containsExactly("setAutoCommit false", "prepareStatement a", "setAutoCommit true");
    }

    @Test
    void aRollbackToASavepointLeavesTheTransactionOpen() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("a");
        connection.rollback(null);
        connection.setAutoCommit(true);
        assertThat(sent).endsWith("rollback null", "setAutoCommit true");
    }

    @Test
    void aCommitThatFailedLeavesTheTransactionOpen() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("a");
        broken = true;
        try {
            connection.commit();
        } catch (SQLException e) {
            assertThat(e.getMessage()).isEqualTo("gone");
        }
        broken = false;
        connection.setAutoCommit(true);
        assertThat(sent).endsWith("commit", "setAutoCommit true");
    }

    @Test
    void theLevelOfIsolationIsAskedForAndSetOnce() throws SQLException {
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(sent).containsExactly("getTransactionIsolation", "setTransactionIsolation 8");
    }
}
