package vn.mscore.hotline.voice.agi;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.voice.VoiceCounts;

/**
 * Looks for calls in which we say nothing: a flow that hangs, the database being away, is dead air to the caller. After five
 * seconds the call is left to the exchange, whose fallback speaks (reliability P13). The thread of the flow is not touched: it
 * ends by the database's own time limit, finds its caller gone at its next word, and keeps what was written and recorded.
 */
final class SilenceWatch {
    private static final Logger LOG = Logger.getLogger(SilenceWatch.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long EVERY_MILLIS = 250;

    private final Collection<AgiConnection> open;
    private final VoiceCounts counts;
    private CountDownLatch stopped = new CountDownLatch(0);

    /** Watches whatever is in {@code open}. */
    SilenceWatch(Collection<AgiConnection> open, VoiceCounts counts) {
        this.open = open;
        this.counts = counts;
    }

    synchronized void start(ThreadFactory threads) {
        CountDownLatch signal = new CountDownLatch(1);
        stopped = signal;
        new OwnThread(threads, "agi-watch").start(() -> lookUntil(signal));
    }

    synchronized void stop() {
        stopped.countDown();
    }

    private void lookUntil(CountDownLatch signal) {
        try {
            while (!signal.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The guard of this thread: one bad look must not be the last. */
    private void lookOnce() {
        try {
            open.forEach(this::look);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.SEVERE, "a look at the calls failed", e);
        }
    }

    private void look(AgiConnection connection) {
        if (!connection.isGivenUp() && connection.isSilentFor(LONGEST)) {
            counts.refused("silence");
            LOG.log(Level.SEVERE, "a call was left to the exchange: we have said nothing for {0}", LONGEST);
            connection.giveUp();
        }
    }
}
