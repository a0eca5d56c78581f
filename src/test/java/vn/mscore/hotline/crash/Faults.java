package vn.mscore.hotline.crash;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What went wrong with a test's own instruments in threads that are not its own: kept there, so that it looks to nobody like
 * a fault of the gateway or of the network, and thrown where the test sees it.
 */
final class Faults {
    private final Queue<Throwable> all = new ConcurrentLinkedQueue<>();

    /** Does {@code work} and keeps what it throws. */
    void keep(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            all.add(e);
        }
    }

    /** Throws when there was any. */
    void rethrow() {
        if (!all.isEmpty()) {
            AssertionError fault = new AssertionError("the test's own witness failed, " + all.size() + " times");
            all.forEach(fault::addSuppressed);
            throw fault;
        }
    }
}
