package vn.mscore.hotline.sms.outbox;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What the workers of one line share: which rows they hold, and a hint that there is more to do than one can. */
final class LineHands {
    private static final long LOOK_MILLIS = 2000;

    private final ReadWriteLock commits = new ReentrantReadWriteLock();
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final Semaphore more = new Semaphore(0);

    /**
     * To be held around a commit and {@link #pass}. A worker that may have taken a row without hearing of it is alone, so
     * that what it gives back is in nobody's hands.
     */
    Lock commit(boolean alone) {
        return alone ? commits.writeLock() : commits.readLock();
    }

    /** A commit noted {@code done} and took {@code next}. */
    void pass(Optional<Long> done, Optional<Long> next) {
        done.ifPresent(held::remove);
        next.ifPresent(held::add);
    }

    /** The rows in the hands of all. */
    Set<Long> held() {
        return Set.copyOf(held);
    }

    /** One found something: another may look as well. */
    void hint() {
        if (more.availablePermits() == 0) {
            more.release();
        }
    }

    /** Waits for a hint; nobody waits longer than two seconds. */
    void await() throws InterruptedException {
        if (more.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            more.drainPermits();
        }
    }
}
