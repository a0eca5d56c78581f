package vn.mscore.hotline.app.figures;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last answer of a source that may fail or hang: asked by a thread of its own at most every two seconds, waited for half
 * a second, told while it is younger than a minute. So who asks gets an answer soon, whatever the database does.
 *
 * @param <T> what the source tells
 */
final class Latest<T> {
    private static final Logger LOG = Logger.getLogger(Latest.class.getName());
    private static final long FRESH = Duration.ofSeconds(2).toNanos();
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final ThreadFactory threads;
    private final long known;
    private FutureTask<T> asked;
    private long askedAt;
    private T last;
    private long toldAt;

    /** Asks {@code source} on a thread of {@code threads}. */
    Latest(Supplier<T> source, ThreadFactory threads) {
        this(source, threads, KNOWN);
    }

    /** As above; what is older than {@code known} is not told. */
    Latest(Supplier<T> source, ThreadFactory threads, Duration known) {
        this.source = source;
        this.threads = threads;
        this.known = known.toNanos();
    }

    /** What the source told last; empty when that was long ago, or never. */
    Optional<T> now() {
        FutureTask<T> question = question();
        long left = PATIENCE - (System.nanoTime() - since());
        if (left > 0 && !question.isDone()) {
            await(question, left);
        }
        return told();
    }

    private synchronized FutureTask<T> question() {
        boolean due = asked == null || asked.isDone() && System.nanoTime() - askedAt > FRESH;
        if (due) {
            asked = new FutureTask<>(this::ask);
            askedAt = System.nanoTime();
            begin(asked);
        }
        return asked;
    }

    /** Where no thread can be had the question is over, and asked again later. */
    private void begin(FutureTask<T> question) {
        try {
            threads.newThread(question).start();
        } catch (RuntimeException | OutOfMemoryError e) {
            question.cancel(false);
            LOG.log(Level.FINE, "no thread for the figures", e);
        }
    }

    private synchronized long since() {
        return askedAt;
    }

    /** The guard of the thread: a source that fails has told nothing. */
    private T ask() {
        try {
            T answer = source.get();
            keep(answer);
            return answer;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "no figures for now", e);
            return null;
        }
    }

    private synchronized void keep(T answer) {
        last = answer;
        toldAt = System.nanoTime();
    }

    private static void await(FutureTask<?> question, long nanos) {
        try {
            question.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.log(Level.FINE, "the figures take long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<T> told() {
        return Optional.ofNullable(last).filter(answer -> System.nanoTime() - toldAt < known);
    }
}
