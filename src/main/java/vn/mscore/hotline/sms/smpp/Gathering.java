package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Lets a few deliveries that come closely one after the other wait for each other: they share a commit, and so does all that
 * follows from them. When nobody else comes, the next do not wait for so many, for a while: a centre that
 * delivers one by one loses next to nothing by it. Of one thread.
 */
final class Gathering {
    /** So many texts are worth waiting for; more are taken when they come in one breath. */
    static final int ENOUGH = 4;

    /** How long the first one waits at most; a citizen does not notice it. */
    static final Duration LONGEST = Duration.ofMillis(50);

    /** How closely those beyond enough must follow. */
    static final Duration BREATH = Duration.ofNanos(300_000);

    /** After so many batches as large as hoped for a larger one is hoped for again. */
    static final int CONTENT = 50;

    /** So many too small ones in a row are no accident: people do not write in step. */
    static final int ACCIDENTS = 2;

    private final int enough;
    private final int most;
    private final LongSupplier nanos;
    private int hoped;
    private int content;
    private int accidents;

    /** For batches of {@code most}, by the clock {@code nanos}; {@code enough} of 1 never waits. */
    Gathering(int enough, int most, LongSupplier nanos) {
        this.enough = enough;
        this.hoped = enough;
        this.most = most;
        this.nanos = nanos;
    }

    /** Where deliveries come from. */
    @FunctionalInterface
    interface Source<T> {
        /** The next one, waited for so many nanoseconds; null when none came. */
        T next(long limit) throws InterruptedException;
    }

    /** Puts those that come with it behind the first of {@code gathered}. */
    <T> void with(List<T> gathered, Source<T> source) throws InterruptedException {
        long until = nanos.getAsLong() + LONGEST.toNanos();
        for (T next = next(gathered, source, until); next != null; next = next(gathered, source, until)) {
            gathered.add(next);
        }
        learn(gathered.size());
    }

    private <T> T next(List<T> gathered, Source<T> source, long until) throws InterruptedException {
        if (gathered.size() >= most) {
            return null;
        }
        long left = Math.max(0, until - nanos.getAsLong());
        long breath = hoped == 1 ? 0 : BREATH.toNanos();
        return source.next(gathered.size() < hoped ? left : Math.min(left, breath));
    }

    private void learn(int size) {
        boolean small = size < hoped;
        accidents = small ? accidents + 1 : 0;
        content = small ? 0 : content + 1;
        if (accidents == ACCIDENTS) {
            hoped--;
            accidents = 0;
        } else if (content == CONTENT) {
            hoped = Math.min(enough, hoped + 1);
            content = 0;
        }
    }
}
