package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.ami.SqlCallOrders.Order;

/**
 * Dials what was ordered, by an account of the exchange that may do nothing else (R23). An order is taken in a transaction
 * of its own before the exchange is told: after a crash it is settled by what the exchange then shows, never dialled twice.
 */
@Singleton
class AmiOrders implements Service {
    /** The exchange's account that orders calls; its secret is a file of this name. */
    static final String SECRET = "ami-calls-secret";

    private static final Logger LOG = Logger.getLogger(AmiOrders.class.getName());
    private static final String USER = "hotline-calls";
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_RING = Duration.ofSeconds(40);
    private static final AmiWord START = new AmiWord("s");
    private static final long STOP_MILLIS = 8000;

    private final AmiSettings settings;
    private final SecretFiles secrets;
    private final SqlCallOrders orders;
    private final ExchangeBook book;
    private final InTransaction transaction;
    private final OwnThread thread;
    private final Clock clock;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;

    @Inject
    AmiOrders(
            Settings settings,
            SecretFiles secrets,
            SqlCallOrders orders,
            ExchangeBook book,
            InTransaction transaction,
            ThreadFactory factory,
            Clock clock) {
        this.settings = AmiSettings.from(settings);
        this.secrets = secrets;
        this.orders = orders;
        this.book = book;
        this.transaction = transaction;
        this.thread = new OwnThread(factory, "ami-dial");
        this.clock = clock;
    }

    @Override
    public int order() {
        return 210;
    }

    /** It rings people, and counts their days. */
    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public synchronized void start() {
        if (settings.wanted()) {
            running = true;
            thread.start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopped.release();
        thread.join(STOP_MILLIS);
    }

    private void work() {
        Backoff pause = new Backoff();
        try {
            while (running) {
                Duration rest = attempt(pause);
                stopped.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one guard of this thread. */
    private Duration attempt(Backoff pause) {
        try {
            if (dialled(pause)) {
                pause.reset();
                return IDLE;
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.SEVERE, "ordered calls wait", SqlFailure.isPassing(e) ? null : e);
        }
        return pause.next();
    }

    /** Dials what waits; false when the exchange is away, and what nobody could dial in time is given up. */
    private boolean dialled(Backoff pause) {
        try {
            if (transaction.call(this::anyStillInTime)) {
                dialAll();
            }
            return true;
        } catch (AmiOutage e) {
            LOG.log(Level.WARNING, "ordered calls wait: {0}", e.getMessage());
            pause.patient(e.refused());
            transaction.run(() -> book.giveUp(clock.instant()));
            return false;
        }
    }

    /** Whether any still waits: after an outage of ours the old orders are there, and the exchange would take them. */
    private boolean anyStillInTime() {
        book.giveUp(clock.instant());
        return orders.anyNew();
    }

    private void dialAll() throws AmiOutage {
        try (SafeAmi session = SafeAmi.open(settings.as(USER, secrets, SECRET), event -> {})) {
            Optional<Order> next = take();
            while (running && next.isPresent()) {
                dial(session, next.get());
                next = take();
            }
        }
    }

    private Optional<Order> take() {
        return transaction.call(() -> orders.takeNew(clock.instant()));
    }

    private void dial(SafeAmi session, Order order) throws AmiOutage {
        if (!session.originate(ringing(order))) {
            transaction.run(() -> book.settle(order.reference(), Result.FAILED, clock.instant()));
        }
    }

    private RingOrder ringing(Order order) {
        String number = order.phone().local();
        boolean bridge = order.device().isPresent();
        String channel = order.device().orElse(number + "@trunk");
        return new RingOrder(
                new AmiWord("PJSIP/" + channel),
                new AmiWord(bridge ? AmiDialer.BRIDGE : "outbound"),
                bridge ? START : new AmiWord(order.flow()),
                new AmiWord(order.reference()),
                new AmiWord(number),
                new AmiWord(settings.shown()),
                LONGEST_RING);
    }
}
