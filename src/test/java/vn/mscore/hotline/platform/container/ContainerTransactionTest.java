package vn.mscore.hotline.platform.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.SqlFailure;

/** However the work ends, no transaction stays open on its thread: the next work would join it and never be committed. */
class ContainerTransactionTest {
    private final Recorded container = new Recorded();
    private final ContainerTransaction transactions = new ContainerTransaction(container);

    @Test
    void workIsCommitted() {
        assertThat(transactions.<String>call(() -> "done")).isEqualTo("done");
        assertThat(container.calls).containsExactly("begin", "commit");
    }

    @Test
    void workWithinWorkJoins() {
        assertThat(transactions.<String>call(() -> transactions.call(() -> "done")))
                .isEqualTo("done");
        assertThat(container.calls).containsExactly("begin", "commit");
    }

    @Test
    void anExceptionRollsBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(container.calls).containsExactly("begin", "rollback");
    }

    @Test
    void anErrorRollsBackToo() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(container.calls).containsExactly("begin", "rollback");
        assertThat(container.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void aCommitThatFailsIsAFailure() {
        container.refusesToCommit = true;
        assertThatThrownBy(() -> transactions.run(() -> {})).isInstanceOf(SqlFailure.class);
        assertThat(container.calls).containsExactly("begin", "commit");
    }

    /** A transaction manager that remembers what it was asked. */
    private static final class Recorded implements UserTransaction {
        private final List<String> calls = new ArrayList<>();
        private boolean open;
        private boolean refusesToCommit;

        @Override
        public void begin() {
            calls.add("begin");
            open = true;
        }

        @Override
        public void commit() throws RollbackException {
            calls.add("commit");
            open = false;
            if (refusesToCommit) {
                throw new RollbackException("refused");
            }
        }

        @Override
        public void rollback() {
            calls.add("rollback");
            open = false;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getStatus() {
            return open ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }
}
