package vn.mscore.hotline.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What came of one round of deliveries, each from a number of its own: when each was sent, thanked for and answered. */
final class Round {
    private static final String PREFIX = "8498";

    private final int first;
    private final long[] sentAt;
    private final long[] thankedAt;
    private final long[] answeredAt;
    private final Semaphore window;
    private final CountDownLatch answers;
    private final CountDownLatch thanks;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private long begun;

    /** {@code count} deliveries from numbers that begin at {@code first}, at most {@code window} without an answer. */
    Round(int first, int count, int window) {
        this.first = first;
        this.sentAt = new long[count];
        this.thankedAt = new long[count];
        this.answeredAt = new long[count];
        this.window = new Semaphore(window);
        this.answers = new CountDownLatch(count);
        this.thanks = new CountDownLatch(count);
    }

    int count() {
        return sentAt.length;
    }

    String number(int index) {
        return PREFIX + String.format("%07d", first + index);
    }

    void begin(long at) {
        begun = at;
    }

    /** Waits for a place in the window. A delivery counts from when it was due ({@code due}), or from now when that is 0. */
    void enter(int index, long due, Duration limit) throws InterruptedException {
        if (!window.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("no answer to any deliver_sm within " + limit);
        }
        sentAt[index] = due > 0 ? due : System.nanoTime();
    }

    void thanked(int index, int status, long at) {
        refused.addAndGet(status == 0 ? 0 : 1);
        thankedAt[index] = at;
        window.release();
        thanks.countDown();
    }

    void answered(String number, long at) {
        int index = Integer.parseInt(number.substring(PREFIX.length())) - first;
        if (index < 0 || index >= answeredAt.length || answeredAt[index] != 0) {
            doubled.incrementAndGet();
            return;
        }
        answeredAt[index] = at;
        answers.countDown();
    }

    void await(Duration limit) throws InterruptedException {
        boolean all = thanks.await(limit.toMillis(), TimeUnit.MILLISECONDS)
                && answers.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!all) {
            System.out.println("GAVE UP: " + answers.getCount() + " without an answer");
        }
    }

    /** From the first delivery to the last answer. */
    double seconds() {
        return (Arrays.stream(answeredAt).max().orElse(begun) - begun) / 1e9;
    }

    double perSecond() {
        return Arrays.stream(answeredAt).filter(at -> at > 0).count() / seconds();
    }

    /** Milliseconds from delivery to submit_sm, of {@code percent} of them at most. */
    double answerMillis(int percent) {
        return millis(answeredAt, percent);
    }

    private double millis(long[] ends, int percent) {
        long[] took = new long[ends.length];
        int n = 0;
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] > 0) {
                took[n++] = ends[i] - sentAt[i];
            }
        }
        long[] sorted = Arrays.copyOf(took, n);
        Arrays.sort(sorted);
        return n == 0 ? Double.NaN : sorted[(n - 1) * percent / 100] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                "%d in %.2f s: %.0f/s; answer p50 %.1f ms, p99 %.1f ms; deliver_sm_resp p50 %.1f ms, p99 %.1f ms; %d refused, %d doubled",
                count(), seconds(), perSecond(), answerMillis(50), answerMillis(99), millis(thankedAt, 50), millis(thankedAt, 99),
                refused.get(), doubled.get());
    }
}
