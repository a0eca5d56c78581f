package vn.mscore.hotline.sms.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.LineState.Status;

/**
 * Whether the aggregator is there: asked by connecting every half minute, and after a loss after a second, two, four, up
 * to a minute. What a submission finds out counts at once.
 */
final class Reach {
    private static final Logger LOG = Logger.getLogger(Reach.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long TICK_MILLIS = 200;
    private static final long STOP_MILLIS = 3000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String name;
    private final String host;
    private final int port;
    private final Duration connect;
    private final CountDownLatch stop;
    private final OwnThread thread;
    private Shown shown = new Shown(Status.STARTING, "not started");
    private Duration pause = FIRST;
    private long next = System.nanoTime();

    /** Status and its detail, which change together. */
    record Shown(Status status, String detail) {}

    Reach(String name, URI address, Duration connect, Threads threads) {
        this.name = name;
        this.host = address.getHost();
        this.port =
                address.getPort() > 0 ? address.getPort() : address.getScheme().equals("https") ? HTTPS : HTTP;
        this.connect = connect;
        this.stop = threads.stop();
        this.thread = new OwnThread(threads.factory(), "sms-http-" + name);
    }

    /** Where threads come from, and what ends them. */
    record Threads(ThreadFactory factory, CountDownLatch stop) {}

    void start() {
        thread.start(this::watch);
    }

    void join() {
        thread.join(STOP_MILLIS);
    }

    private void watch() {
        try {
            do {
                if (due()) {
                    look();
                }
            } while (!stop.await(TICK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        show(Status.LOST, "stopped");
    }

    private void look() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) connect.toMillis());
            there();
        } catch (IOException | RuntimeException e) {
            lost("not connected: " + e.getClass().getSimpleName());
        }
    }

    private synchronized boolean due() {
        return System.nanoTime() - next >= 0;
    }

    /** It answered, or could be connected to. */
    synchronized void there() {
        if (shown.status() == Status.BLOCKED && !due()) {
            return;
        }
        pause = FIRST;
        next = System.nanoTime() + LOOK.toNanos();
        show(Status.READY, "reachable at " + host + ":" + port);
    }

    /** It could not be connected to. */
    synchronized void lost(String why) {
        next = System.nanoTime() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        show(Status.LOST, why);
    }

    /** It does not know us: a person must act, and it is tried again in a minute in case he has. */
    synchronized void refused(int status) {
        next = System.nanoTime() + LONGEST.toNanos();
        show(Status.BLOCKED, "the aggregator refuses user, password or address, status " + status);
    }

    private synchronized void show(Status status, String detail) {
        Shown now = new Shown(status, detail);
        if (!shown.equals(now)) {
            boolean bad = status == Status.BLOCKED || status == Status.LOST;
            LOG.log(bad ? Level.WARNING : Level.INFO, "line {0}: {1}, {2}", new Object[] {name, status, detail});
        }
        shown = now;
    }

    synchronized Shown shown() {
        return shown;
    }
}
