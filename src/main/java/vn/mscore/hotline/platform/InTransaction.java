package vn.mscore.hotline.platform;

import java.util.function.Supplier;

/**
 * A short transaction. Joins the one already open on this thread, if any; otherwise opens and commits one. An exception
 * rolls back and passes through. Never wrap a modem command, a prompt or an HTTP call in one.
 */
public interface InTransaction {
    /** Runs {@code work} and returns its result after the commit. */
    <T> T call(Supplier<T> work);

    /** Runs {@code work}; on return it is durable. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
