package vn.mscore.hotline.launcher;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops in order: the container undeploys the gateway by its own hook, which runs beside this one, so this one waits until
 * the gateway says it stopped before it takes the database away.
 */
final class Shutdown {
    private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());
    private static final long LONGEST_MILLIS = 12_000;
    private static final long PAUSE_MILLIS = 50;

    private final VarLock lock;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile Database database;
    private volatile PrivateExchange exchange;

    private Shutdown(VarLock lock) {
        this.lock = lock;
    }

    static Shutdown install(VarLock lock) {
        Shutdown shutdown = new Shutdown(lock);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::afterTheGateway, "launcher-stop"));
        return shutdown;
    }

    void add(Database started) {
        database = started;
    }

    void add(PrivateExchange started) {
        exchange = started;
    }

    /** Stops a start that failed half-way; the exit that follows ends the container. */
    void now() {
        if (database != null && System.getProperty(Readiness.STATE, "").isEmpty() && done.compareAndSet(false, true)) {
            close();
        }
    }

    private void afterTheGateway() {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        long limit = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
        while (running() && System.nanoTime() < limit) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                LOG.log(Level.FINE, "woken early", e);
                break;
            }
        }
        close();
    }

    private static boolean running() {
        String state = System.getProperty(Readiness.STATE, "");
        return state.equals("starting") || state.equals("started");
    }

    private void close() {
        if (exchange != null) {
            exchange.close();
        }
        if (database != null) {
            database.close();
        }
        lock.close();
    }
}
