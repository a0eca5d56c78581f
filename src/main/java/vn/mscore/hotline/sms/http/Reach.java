package vn.mscore.hotline.sms.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.LineState.Status;

/**
 * Whether the aggregator is there: asked by connecting every half minute, and after a loss after a second, two, four, up
 * to a minute. What a submission finds out counts at once. An aggregator that can be connected to and three times running
 * gives no clear answer is lost too: after the pause, which grows up to five minutes, one text tries it.
 */
final class Reach {
    private static final Logger LOG = Logger.getLogger(Reach.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_DOUBT = Duration.ofMinutes(5);
    private static final int DOUBTFUL = 3;
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
    private final LongSupplier nanos;
    private Duration pause = FIRST;
    private long next;
    private int unclear;
    private int misled;
    private long quietUntil;
    private Duration rest = FIRST;
    private Trial trial = Trial.NONE;

    /** The one text that tries an aggregator in doubt. */
    private enum Trial {
        NONE,
        OPEN,
        UNDER_WAY
    }

    /** Status and its detail, which change together. */
    record Shown(Status status, String detail) {}

    Reach(String name, URI address, Duration connect, Threads threads) {
        this(name, address, connect, threads, System::nanoTime);
    }

    Reach(String name, URI address, Duration connect, Threads threads, LongSupplier nanos) {
        this.name = name;
        this.host = address.getHost();
        this.port =
                address.getPort() > 0 ? address.getPort() : address.getScheme().equals("https") ? HTTPS : HTTP;
        this.connect = connect;
        this.stop = threads.stop();
        this.nanos = nanos;
        this.next = nanos.getAsLong();
        this.quietUntil = this.next;
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
            connected();
        } catch (IOException | RuntimeException e) {
            lost("not connected: " + e.getClass().getSimpleName());
        }
    }

    private synchronized boolean due() {
        return nanos.getAsLong() - next >= 0;
    }

    /** It could be connected to: what it does with a text is another matter while it is in doubt. */
    synchronized void connected() {
        if (!due()) {
            return;
        }
        hold(LOOK);
        if (unclear >= DOUBTFUL) {
            trial = Trial.OPEN;
        } else {
            pause = FIRST;
        }
        show(Status.READY, "reachable at " + host + ":" + port);
    }

    /** Whether a text may be handed over; in doubt one may, which is answered or broken off within {@code limit}. */
    synchronized boolean lets(Duration limit) {
        if (unclear < DOUBTFUL) {
            return true;
        }
        boolean first = trial == Trial.OPEN;
        if (first) {
            trial = Trial.UNDER_WAY;
            hold(limit.plus(LOOK));
            show(Status.LOST, "one text tries it");
        }
        return first;
    }

    /** It answered clearly. */
    synchronized void answered() {
        misled = 0;
        rest = FIRST;
        clear();
    }

    private void clear() {
        unclear = 0;
        trial = Trial.NONE;
        if (shown.status() == Status.BLOCKED && !due()) {
            return;
        }
        pause = FIRST;
        hold(LOOK);
        show(Status.READY, "reachable at " + host + ":" + port);
    }

    /** It was handed a text and did not say clearly what became of it. */
    synchronized void unclear(String why) {
        unclear++;
        // Those handed over before the loss end one after another: they do not make the pause longer.
        boolean news = shown.status() != Status.LOST || trial == Trial.UNDER_WAY;
        if (unclear >= DOUBTFUL && news) {
            lost(why, LONGEST_DOUBT);
        }
    }

    /** It could not be connected to. */
    synchronized void lost(String why) {
        lost(why, LONGEST);
    }

    private void lost(String why, Duration longest) {
        trial = Trial.NONE;
        hold(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(longest) > 0 ? longest : twice;
        show(Status.LOST, why);
    }

    private void hold(Duration time) {
        next = nanos.getAsLong() + time.toNanos();
    }

    /** It does not know us: a person must act, and it is tried again in a minute in case he has. */
    synchronized void refused(int status) {
        unclear = 0;
        trial = Trial.NONE;
        hold(LONGEST);
        show(Status.BLOCKED, "the aggregator refuses user, password or address, status " + status);
    }

    /**
     * Nothing of ours is at this address or by this method, or it is elsewhere: one such answer may be about a text, three in a
     * row are about the mapping file.
     */
    synchronized void misled(int status) {
        misled++;
        if (misled >= DOUBTFUL) {
            refused(status);
        } else {
            clear();
        }
    }

    /** It wants fewer texts: none for as long as it says, else for a second, two, four, up to a minute. */
    synchronized void slower(Optional<Duration> wait) {
        unclear = 0;
        trial = Trial.NONE;
        Duration time = wait.orElse(rest);
        quietUntil = nanos.getAsLong() + time.toNanos();
        Duration twice = rest.multipliedBy(2);
        rest = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        // Until then nothing else is shown: whoever looks must see why no text goes.
        hold(time.compareTo(LOOK) > 0 ? time : LOOK);
        show(Status.READY, "asks for a slower pace: no texts for " + time.toSeconds() + " s");
    }

    /** Whether it asked for fewer texts a moment ago. */
    synchronized boolean rests() {
        return quietUntil - nanos.getAsLong() > 0;
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
