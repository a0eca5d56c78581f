package vn.mscore.hotline.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.logging.Logger;
import vn.mscore.hotline.house.Gateway;

/** Forgets the failed tries to sign in for as long as it is open: they slow the next ones down to one in 42 seconds. */
final class Forgiven implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Forgiven.class.getName());
    private static final long PAUSE_MILLIS = 300;

    private final Connection database;
    private final Thread thread = new Thread(this::forgive, "forgiven");

    /** Begins to forget those of {@code gateway}. */
    Forgiven(Gateway gateway) throws IOException, SQLException {
        database = SignInBench.embedded(gateway);
        thread.start();
    }

    private void forgive() {
        try (Statement statement = database.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                forgive(statement);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forgive(Statement statement) throws SQLException {
        try {
            statement.execute("delete from account_failure");
        } catch (SQLTransactionRollbackException e) {
            // The gateway counts a failure at the same time and its turn came first: the next one forgets it.
            LOG.fine("not forgiven this time");
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        thread.interrupt();
        thread.join();
        database.close();
    }
}
