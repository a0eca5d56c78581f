package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SqlFailure;

/** Writes down what happens at the exchange, in order, each event in a transaction of its own; waits for a database that is away. */
@Singleton
class AmiEvents implements Service {
    private static final Logger LOG = Logger.getLogger(AmiEvents.class.getName());
    private static final Duration TICK = Duration.ofMillis(500);
    private static final long OUTAGE_MILLIS = 1000;
    private static final long STOP_MILLIS = 5000;
    private static final int MOST = 10_000;

    private final EventQueue queue = new EventQueue(MOST);
    private final AmiTranslator translator = new AmiTranslator();
    private final ExchangeBook book;
    private final Facts facts;
    private final InTransaction transaction;
    private final OwnThread thread;
    private final Clock clock;
    private final boolean wanted;
    private volatile boolean running;

    @Inject
    AmiEvents(
            ExchangeBook book,
            Facts facts,
            InTransaction transaction,
            ThreadFactory factory,
            Clock clock,
            Settings settings) {
        this.book = book;
        this.facts = facts;
        this.transaction = transaction;
        this.thread = new OwnThread(factory, "ami-events");
        this.clock = clock;
        this.wanted = AmiSettings.from(settings).wanted();
    }

    /** Takes an {@link AmiEvent} or an {@link ExchangePicture}; never waits. */
    void put(Object item) {
        queue.put(item);
    }

    /** Whether something was left out since the last question: the state must be read anew. */
    boolean missedSome() {
        long dropped = queue.droppedSince();
        if (dropped > 0) {
            LOG.log(Level.WARNING, "too many events of the exchange at once, {0} left out", dropped);
        }
        return dropped > 0;
    }

    @Override
    public int order() {
        return 190;
    }

    @Override
    public synchronized void start() {
        if (wanted) {
            running = true;
            thread.start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.join(STOP_MILLIS);
    }

    private void work() {
        try {
            while (running || queue.size() > 0) {
                Object item = queue.take(TICK);
                if (item != null) {
                    write(item);
                }
                due();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes one item down. */
    void write(Object item) throws InterruptedException {
        Instant now = clock.instant();
        if (item instanceof AmiEvent event) {
            List<Object> follows = translator.translate(event, now);
            insist(() -> {
                follows.forEach(facts::tell);
                book.note(event, now);
            });
        } else if (item instanceof ExchangePicture picture) {
            insist(() -> book.compare(picture));
        }
    }

    /** Tells what has become certain by waiting. */
    void due() throws InterruptedException {
        List<Object> left = translator.due(clock.instant());
        if (!left.isEmpty()) {
            insist(() -> left.forEach(facts::tell));
        }
    }

    /** The one guard of this thread: an outage is waited for, a mistake of ours costs one event and is logged. */
    private void insist(Runnable work) throws InterruptedException {
        while (true) {
            try {
                transaction.run(work);
                return;
            } catch (RuntimeException e) {
                if (!SqlFailure.isPassing(e) || !running) {
                    LOG.log(Level.SEVERE, "an event of the exchange could not be written down", e);
                    return;
                }
                LOG.log(Level.WARNING, "events of the exchange wait for the database");
                Thread.sleep(OUTAGE_MILLIS);
            }
        }
    }
}
