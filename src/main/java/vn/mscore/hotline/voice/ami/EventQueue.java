package vn.mscore.hotline.voice.ami;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has happened at the exchange and is not written down yet. Bounded: when it is full the oldest passing event makes
 * room, one that ends a call never does (row 104).
 */
final class EventQueue {
    private final Deque<Object> items = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final int most;
    private long dropped;

    /** Holds {@code most} items, and more only when none of them may be left out. */
    EventQueue(int most) {
        this.most = most;
    }

    /** Adds an {@link AmiEvent} or an {@link ExchangePicture}. */
    void put(Object item) {
        lock.lock();
        try {
            if (items.size() >= most && !makeRoom() && passing(item)) {
                dropped++;
                return;
            }
            items.addLast(item);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean makeRoom() {
        for (Iterator<Object> oldest = items.iterator(); oldest.hasNext(); ) {
            if (passing(oldest.next())) {
                oldest.remove();
                dropped++;
                return true;
            }
        }
        return false;
    }

    private static boolean passing(Object item) {
        return !(item instanceof AmiEvent event) || event.passing();
    }

    /** The oldest item; null when none comes within {@code patience}. */
    Object take(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (items.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            return items.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** How many were left out since the last question. */
    long droppedSince() {
        lock.lock();
        try {
            long count = dropped;
            dropped = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int size() {
        lock.lock();
        try {
            return items.size();
        } finally {
            lock.unlock();
        }
    }
}
