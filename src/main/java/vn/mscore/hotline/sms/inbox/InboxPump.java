package vn.mscore.hotline.sms.inbox;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.SmsListener;

/** Hands stored messages to the one reader: several citizens at a time, each citizen's messages in order. */
@Singleton
class InboxPump implements Service {
    private static final Logger LOG = Logger.getLogger(InboxPump.class.getName());
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    /** Senders served in one transaction when so many wait. */
    private static final int AT_ONCE = 32;

    private static final long STOP_MILLIS = 8000;

    private final Turns turns;
    private final Reading reading;
    private final SqlMessages messages;
    private final InTransaction transactions;
    private final Instance<SmsListener> listener;
    private final ThreadFactory factory;
    private final int workers;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong lastLook = new AtomicLong();
    private volatile boolean running;

    @Inject
    InboxPump(
            Turns turns,
            Reading reading,
            SqlMessages messages,
            InTransaction transactions,
            Instance<SmsListener> listener,
            ThreadFactory factory,
            Settings settings) {
        this.turns = turns;
        this.reading = reading;
        this.messages = messages;
        this.transactions = transactions;
        this.listener = listener;
        this.factory = factory;
        this.workers = InboxSettings.from(settings).workers();
    }

    @Override
    public int order() {
        return 100;
    }

    /** It answers: in 1970 every answer would be too old to be sent once the clock is right. */
    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public void start() {
        start(listener.get());
    }

    synchronized void start(SmsListener reader) {
        running = true;
        lastLook.set(System.nanoTime() - IDLE.toNanos());
        for (int i = 1; i <= workers; i++) {
            Thread thread = factory.newThread(() -> work(reader));
            thread.setName("inbox-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    private void work(SmsListener reader) {
        while (running) {
            try {
                lookAround();
                List<byte[]> senders = turns.take(IDLE, AT_ONCE);
                if (!senders.isEmpty()) {
                    serve(senders, reader);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.SEVERE, "the inbox pauses: {0}", Failures.describe(e));
                pause();
            }
        }
    }

    private void serve(List<byte[]> senders, SmsListener reader) {
        List<Reading.Turn> ended = Collections.nCopies(senders.size(), Reading.Turn.failed(OUTAGE));
        try {
            ended = reading.next(senders, reader);
            Failpoint.hit("sms.read.afterCommit");
        } finally {
            for (int i = 0; i < senders.size(); i++) {
                end(senders.get(i), ended.get(i));
            }
        }
    }

    private void end(byte[] sender, Reading.Turn turn) {
        if (turn.rest().isZero()) {
            turns.done(sender, turn.more());
        } else {
            turns.rest(sender, turn.rest());
        }
    }

    // Finds what no signal told of: after a restart, from another node, after a signal that came before its commit.
    private void lookAround() {
        long last = lastLook.get();
        if (System.nanoTime() - last >= IDLE.toNanos() && lastLook.compareAndSet(last, System.nanoTime())) {
            transactions.call(messages::waitingSenders).forEach(turns::offer);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(OUTAGE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
