package vn.mscore.hotline.sms.smpp;

import java.time.Duration;

/**
 * How long a line holds its breath because the centre said it sends too fast or its queue is full: a quarter of a second,
 * doubled each time up to ten seconds, over with the first submission that is taken.
 */
final class Throttle {
    private static final long FIRST = 250_000_000L;
    private static final long LONGEST = 10_000_000_000L;

    private long pause;
    private long until = System.nanoTime();

    /** Nanoseconds until the next submission may go. */
    synchronized Duration rest() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /** Whether the last submissions were refused. */
    synchronized boolean throttled() {
        return pause > 0;
    }

    /** The centre refused one for its pace. Those in flight at the same time count once. */
    synchronized void slower() {
        long now = System.nanoTime();
        if (now - until >= 0) {
            pause = pause == 0 ? FIRST : Math.min(2 * pause, LONGEST);
            until = now + pause;
        }
    }

    /** The centre took one. */
    synchronized void taken() {
        pause = 0;
    }
}
