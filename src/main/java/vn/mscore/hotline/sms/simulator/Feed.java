package vn.mscore.hotline.sms.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What changed lately, as ids only, numbered, so that a page that was away can ask for what it missed. */
@Vetoed
public final class Feed {
    private static final int KEPT = 4_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private long last;

    /**
     * One change.
     *
     * @param id ascending
     * @param kind {@code message} or {@code switches}
     * @param message the message that changed, 0 when it is none
     */
    public record Change(long id, String kind, long message) {}

    /** Adds a change. */
    public synchronized void add(String kind, long message) {
        changes.add(new Change(++last, kind, message));
        if (changes.size() > KEPT) {
            changes.remove();
        }
        notifyAll();
    }

    /** The number of the newest change. */
    public synchronized long last() {
        return last;
    }

    /** Whether everything after {@code id} is still here; false also for numbers of another run. */
    public synchronized boolean reachesBack(long id) {
        return id <= last
                && (changes.isEmpty() ? id == last : id >= changes.peek().id() - 1);
    }

    /** The changes after {@code id}, at most {@code limit}. */
    public synchronized List<Change> after(long id, int limit) {
        return changes.stream().filter(change -> change.id() > id).limit(limit).toList();
    }

    /** Waits at most {@code millis} for a change after {@code id}. */
    public synchronized void await(long id, long millis) throws InterruptedException {
        if (last <= id) {
            wait(millis);
        }
    }
}
