package vn.mscore.hotline.sms.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Claim;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Finished;

/**
 * The hands that ask a line to send, as many as its window holds, and what is in them: a row is held from its claim until
 * its outcome is committed. With a window of one the line's worker is the hand itself.
 */
final class LineHands {
    private static final Logger LOG = Logger.getLogger(LineHands.class.getName());

    /** Which share of the window may wait to be noted together. */
    private static final int SHARE = 4;

    private final int window;
    private final Map<Long, Integer> held = new HashMap<>();
    private final BlockingQueue<Claim> given = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    /** For a line that sends {@code window} messages at a time. */
    LineHands(int window) {
        this.window = window;
    }

    /**
     * Starts the hands, if there are several; {@code done} is told when all is sent or a share of the window: what became of
     * the texts between is noted with them, or at the next look.
     */
    void start(String name, ThreadFactory factory, Function<Claim, Finished> sending, Runnable done) {
        for (int i = 1; window > 1 && i <= window; i++) {
            Thread thread = factory.newThread(() -> work(sending, done));
            thread.setName("outbox-" + name + "-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void work(Function<Claim, Finished> sending, Runnable done) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Claim claim = given.take();
                finished.add(sent(claim, sending));
                if (busy.decrementAndGet() == 0 || finished.size() >= Math.max(1, window / SHARE)) {
                    done.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The guard of all hands: a fault of ours must not make the window smaller for good.
    private static Finished sent(Claim claim, Function<Claim, Finished> sending) {
        try {
            return sending.apply(claim);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.SEVERE, "text {0} met a fault of ours while it was sent", Long.toString(claim.id()));
            return new Finished(
                    claim,
                    new SendOutcome(Result.UNKNOWN, List.of(), e.getClass().getName()));
        }
    }

    /** Sends {@code claims}, which were committed; without threads of its own it returns when that is done. */
    void send(List<Claim> claims, Function<Claim, Finished> sending) {
        claims.forEach(claim -> held.put(claim.id(), claim.parts()));
        if (threads.isEmpty()) {
            claims.forEach(claim -> finished.add(sent(claim, sending)));
        } else {
            busy.addAndGet(claims.size());
            given.addAll(claims);
        }
    }

    /** Whether they are threads of their own, and the worker is none of them. */
    boolean areSeveral() {
        return !threads.isEmpty();
    }

    /** Whether an outcome waits to be taken. */
    boolean hasFinished() {
        return !finished.isEmpty();
    }

    /** Outcomes since the last call. */
    List<Finished> finished() {
        List<Finished> taken = new ArrayList<>();
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** These outcomes are committed. */
    void release(List<Finished> noted) {
        noted.forEach(outcome -> held.remove(outcome.claim().id()));
    }

    /** The rows in all hands. */
    Set<Long> held() {
        return Set.copyOf(held.keySet());
    }

    /** The parts that the rows in all hands are foreseen to have. */
    int parts() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many more may be claimed when {@code noted} outcomes are committed with it. */
    int room(int noted) {
        return window - held.size() + noted;
    }

    /** Lets the threads end; nothing is in their hands any more. */
    void close() {
        threads.forEach(Thread::interrupt);
    }
}
