package vn.mscore.hotline.platform.container;

import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Causes;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;

/** The container's transactions, for our own threads and for requests alike. */
@Singleton
public class ContainerTransaction implements InTransaction {
    private static final Logger LOG = Logger.getLogger(ContainerTransaction.class.getName());

    @Resource
    private UserTransaction transaction;

    /** The container fills in the rest. */
    public ContainerTransaction() {}

    ContainerTransaction(UserTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                return work.get();
            }
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw outage(e);
        }
        T result = attempt(work);
        commit();
        return result;
    }

    private <T> T attempt(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            // Errors too: a transaction left open would swallow everything this thread does from now on.
            if (!done) {
                rollBack();
            }
        }
    }

    /** A lost connection fails the rollback too; what made it necessary is what the caller must know. */
    private void rollBack() {
        try {
            transaction.rollback();
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.FINE, "a rollback failed too", e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw outage(e);
        }
    }

    /** What the database said, when it said something; else SQL state 08007: nobody knows whether it was committed. */
    private static SqlFailure outage(Exception failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(said -> new SqlFailure((SQLException) said))
                .orElseGet(() -> new SqlFailure(
                        new SQLTransientConnectionException("transaction did not commit", "08007", failure)));
    }
}
