package vn.mscore.hotline.platform;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A short transaction. Joins the one already open on this thread, if any; otherwise opens and commits one. An exception
 * rolls back and passes through. Never wrap a modem command, a prompt or an HTTP call in one.
 */
public interface InTransaction {
    /** How often work that loses its races for locks is begun. */
    int TRIES = 5;

    /** How long the second try waits at least, and each after it longer. */
    long PAUSE_NANOS = 10_000_000;

    /** Runs {@code work} and returns its result after the commit. */
    <T> T call(Supplier<T> work);

    /**
     * {@link #call}, and again when a race for locks was lost, five times at most, a tenth of a second later in all: {@code
     * work} must bear being begun anew, and no transaction may be open.
     */
    default <T> T insist(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call(work);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !SqlFailure.isLostRace(e)) {
                    throw e;
                }
                // The winner's rows are free a little before they are seen.
                LockSupport.parkNanos(attempt * PAUSE_NANOS);
            }
        }
    }

    /** {@link #run}, as {@link #insist(Supplier)} does. */
    default void insist(Runnable work) {
        insist(() -> {
            work.run();
            return true;
        });
    }

    /** Runs {@code work}; on return it is durable. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
