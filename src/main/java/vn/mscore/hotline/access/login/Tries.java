package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Service;

/**
 * Works tries off, two at a time (a hash takes 19 MiB and 80 ms), each after its wait. Waiting holds no thread. Of one
 * network only a few may wait at once; the others are told to come back.
 */
@Singleton
public class Tries implements Service {
    private static final int AFTER_EVERYTHING = 400;
    private static final int AT_ONCE = 2;
    private static final int WAITING_PER_NETWORK = 20;

    private final ScheduledThreadPoolExecutor executor;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    /** Works on threads of {@code threads}. */
    @Inject
    public Tries(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(AT_ONCE, threads);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** {@code work} after {@code delay}; {@code busy} at once when too many of {@code network} wait. */
    <T> CompletableFuture<T> after(Duration delay, String network, Supplier<T> work, Supplier<T> busy) {
        if (waiting.merge(network, 1, Integer::sum) > WAITING_PER_NETWORK) {
            leave(network);
            return CompletableFuture.completedFuture(busy.get());
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            executor.schedule(() -> work(answer, network, work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            leave(network);
            answer.complete(busy.get());
        }
        return answer;
    }

    private <T> void work(CompletableFuture<T> answer, String network, Supplier<T> work) {
        try {
            answer.complete(work.get());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            leave(network);
        }
    }

    private void leave(String network) {
        waiting.computeIfPresent(network, (name, count) -> count > 1 ? count - 1 : null);
    }

    @Override
    public int order() {
        return AFTER_EVERYTHING;
    }

    @Override
    public void start() {
        // Threads come with the first try.
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }
}
