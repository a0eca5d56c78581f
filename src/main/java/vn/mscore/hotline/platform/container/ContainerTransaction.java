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
import java.util.function.Supplier;
import vn.mscore.hotline.platform.InTransaction;

/** The container's transactions, for our own threads and for requests alike. */
@Singleton
public class ContainerTransaction implements InTransaction {
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
            return transaction.getStatus() == Status.STATUS_NO_TRANSACTION ? begin(work) : work.get();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("transaction did not commit", e);
        }
    }

    private <T> T begin(Supplier<T> work)
            throws NotSupportedException, SystemException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException {
        transaction.begin();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            transaction.commit();
            return result;
        } finally {
            // Errors too: a transaction left open would swallow everything this thread does from now on.
            if (!done) {
                transaction.rollback();
            }
        }
    }
}
