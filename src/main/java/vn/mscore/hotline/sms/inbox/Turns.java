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
import java.util.Optional;
import java.util.Set;

/**
 * Who is next, in this process: senders with something to read queue up, each once, and are served in turn, so that one
 * who sends ten thousand messages delays nobody. Only a hint: the table says what there really is.
 */
@Singleton
class Turns {
    private final LinkedHashSet<ByteBuffer> waiting = new LinkedHashSet<>();
    private final Set<ByteBuffer> busy = new HashSet<>();
    private final Set<ByteBuffer> again = new HashSet<>();
    private final Map<ByteBuffer, Long> resting = new HashMap<>();

    /** Puts a sender at the end of the queue, if he is not in it. */
    synchronized void offer(byte[] sender) {
        ByteBuffer key = ByteBuffer.wrap(sender);
        if (busy.contains(key)) {
            again.add(key);
        } else if (!resting.containsKey(key) && waiting.add(key)) {
            notify();
        }
    }

    /** Takes the next sender; empty after {@code limit}. */
    synchronized Optional<byte[]> take(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        wakeRested();
        while (waiting.isEmpty()) {
            long left = Math.min(deadline, nextRested(deadline)) - System.nanoTime();
            if (left <= 0 && deadline - System.nanoTime() <= 0) {
                return Optional.empty();
            }
            wait(Math.max(1, left / 1_000_000));
            wakeRested();
        }
        return Optional.of(takeFirst());
    }

    /** The next sender and, without waiting, those behind him, {@code most} together; none after {@code limit}. */
    synchronized List<byte[]> take(Duration limit, int most) throws InterruptedException {
        List<byte[]> taken = new ArrayList<>();
        Optional<byte[]> first = take(limit);
        first.ifPresent(taken::add);
        while (first.isPresent() && taken.size() < most && !waiting.isEmpty()) {
            taken.add(takeFirst());
        }
        return taken;
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
        busy.remove(key);
        if (again.remove(key) || more) {
            offer(sender);
        }
    }

    /** Ends a turn that failed: the sender comes back after {@code rest}. */
    synchronized void rest(byte[] sender, Duration rest) {
        ByteBuffer key = ByteBuffer.wrap(sender);
        busy.remove(key);
        again.remove(key);
        resting.put(key, System.nanoTime() + rest.toNanos());
    }

    private long nextRested(long deadline) {
        return resting.values().stream().min(Long::compare).orElse(deadline);
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
