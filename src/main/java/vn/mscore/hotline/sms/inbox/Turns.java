package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is next, in this process: senders with something to read queue up, each once, and are served in turn, so that one
 * who sends ten thousand messages delays nobody. Only a hint: the table says what there really is.
 */
@Singleton
class Turns {
    /** How long a few wait for those who are being served; a commit to a slow disk takes about as long. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final LinkedHashSet<ByteBuffer> waiting = new LinkedHashSet<>();
    private final Set<ByteBuffer> busy = new HashSet<>();
    private final Set<ByteBuffer> again = new HashSet<>();
    private final Map<ByteBuffer, Long> resting = new HashMap<>();
    private final Duration patience;
    private long lastTaken;

    /** Joined by CDI. */
    Turns() {
        this(PATIENCE);
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Puts a sender at the end of the queue, if he is not in it. */
    synchronized void offer(byte[] sender) {
        if (queue(sender)) {
            notify();
        }
    }

    /** Puts several at the end of the queue: they can be served together, so one is told who takes them all. */
    synchronized void offerAll(List<byte[]> senders) {
        boolean any = false;
        for (byte[] sender : senders) {
            any |= queue(sender);
        }
        if (any) {
            notify();
        }
    }

    private boolean queue(byte[] sender) {
        ByteBuffer key = ByteBuffer.wrap(sender);
        if (busy.contains(key)) {
            again.add(key);
            return false;
        }
        return !resting.containsKey(key) && waiting.add(key);
    }

    /**
     * The next sender and, without waiting, those behind him, {@code most} together; none after {@code limit}. While others
     * are being served, fewer than {@code most} wait for the end of that, {@link #PATIENCE} at the longest: what comes
     * meanwhile is served together at the price of one.
     */
    synchronized List<byte[]> take(Duration limit, int most) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        wakeRested();
        while (!isReady(most)) {
            if (deadline - System.nanoTime() <= 0) {
                // Whoever waits longer may have been told of nobody, and must look after those who wait.
                notify();
                return List.of();
            }
            wait(Math.max(1, (nextLook(deadline) - System.nanoTime()) / 1_000_000));
            wakeRested();
        }
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(takeFirst());
        }
        lastTaken = System.nanoTime();
        if (!waiting.isEmpty()) {
            notify();
        }
        return taken;
    }

    private boolean isReady(int most) {
        boolean soon = !busy.isEmpty() && waiting.size() < most && System.nanoTime() - lastTaken < patience.toNanos();
        return !waiting.isEmpty() && !soon;
    }

    private long nextLook(long deadline) {
        long tired = waiting.isEmpty() ? deadline : lastTaken + patience.toNanos();
        return resting.values().stream().reduce(Math.min(deadline, tired), Math::min);
    }

    private byte[] takeFirst() {
        Iterator<ByteBuffer> first = waiting.iterator();
        ByteBuffer key = first.next();
        first.remove();
        busy.add(key);
        return key.array();
    }

    /** Ends a turn; {@code more} puts the sender at the end of the queue again. */
    synchronized void done(byte[] sender, boolean more) {
        ByteBuffer key = ByteBuffer.wrap(sender);
        free(key);
        if (again.remove(key) || more) {
            offer(sender);
        }
    }

    /** Ends a turn that failed: the sender comes back after {@code rest}. */
    synchronized void rest(byte[] sender, Duration rest) {
        ByteBuffer key = ByteBuffer.wrap(sender);
        free(key);
        again.remove(key);
        resting.put(key, System.nanoTime() + rest.toNanos());
    }

    private void free(ByteBuffer key) {
        busy.remove(key);
        if (busy.isEmpty()) {
            notifyAll();
        }
    }

    private void wakeRested() {
        long now = System.nanoTime();
        new ArrayDeque<>(resting.entrySet())
                .stream().filter(entry -> entry.getValue() - now <= 0).forEach(entry -> {
                    resting.remove(entry.getKey());
                    offer(entry.getKey().array());
                });
    }
}
