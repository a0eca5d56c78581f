package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A centre that is there and answers no text: after three in a row, and the time for one more answer since the first of them,
 * the session is made anew, and from then on one text at a time tries it, after a pause that grows to five minutes, until one
 * is answered, with whatever.
 */
final class Unanswered {
    private static final int DOUBTFUL = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration limit;
    private final Duration first;
    private final LongSupplier nanos;
    private int running;
    private long since;
    private boolean doubted;
    private boolean trying;
    private long next;
    private Duration pause;

    /** {@code limit} is what a submission may take, {@code first} the first pause. */
    Unanswered(Duration limit, Duration first, LongSupplier nanos) {
        this.limit = limit;
        this.first = first;
        this.nanos = nanos;
        this.pause = first;
    }

    /** Whether a text may go; a trial must end with one of the calls below, or its limit frees the next. */
    synchronized boolean lets() {
        boolean one = open();
        if (doubted && one) {
            trying = true;
            next = nanos.getAsLong() + limit.multipliedBy(2).toNanos();
        }
        return one;
    }

    /** Whether {@link #lets} would let one. */
    synchronized boolean open() {
        return !doubted || nanos.getAsLong() - next >= 0;
    }

    /** Whether the centre answers no text. */
    synchronized boolean doubted() {
        return doubted;
    }

    /** The centre answered a submission, be it late. */
    synchronized void answered() {
        running = 0;
        doubted = false;
        trying = false;
        pause = first;
    }

    /** The session ended under a submission: that says nothing of the centre. */
    synchronized void ended() {
        if (trying) {
            hold();
        }
    }

    /** A submission was not answered in time; true when the session is to be made anew. */
    synchronized boolean timedOut() {
        long now = nanos.getAsLong();
        since = running == 0 ? now : since;
        running++;
        boolean anew = doubted ? trying : running >= DOUBTFUL && now - since >= limit.toNanos();
        if (anew) {
            doubted = true;
            hold();
        }
        return anew;
    }

    private void hold() {
        trying = false;
        next = nanos.getAsLong() + pause.toNanos();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
