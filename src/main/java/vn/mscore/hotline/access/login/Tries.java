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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Service;

/**
 * Works tries off, two at a time (a hash takes 19 MiB and 80 ms), each after its wait. Waiting holds no thread. Of one
 * queue, of one network and of all only some may wait or run at once; the others are told to come back.
 */
@Singleton
public class Tries implements Service {
    private static final int AFTER_EVERYTHING = 400;
    private static final int AT_ONCE = 2;
    private static final int MOST_PASSWORDS = 5;
    private static final int MOST_OF_A_NETWORK = 200;
    private static final int MOST_OF_ALL = 2_000;
    private static final String ALL = "all";

    private final ScheduledThreadPoolExecutor executor;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    /** Works on threads of {@code threads}. */
    @Inject
    public Tries(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(AT_ONCE, threads);
        executor.setRemoveOnCancelPolicy(true);
    }

    /**
     * Where a try stands.
     *
     * @param network where it comes from
     * @param name of the queue
     * @param most how many of this queue may wait or run at once
     */
    record Queue(String network, String name, int most) {
        /** Passwords for one name from one network. */
        static Queue passwords(String network, String login) {
            return new Queue(network, "password " + network + " " + login, MOST_PASSWORDS);
        }

        /** Whoever knows the password of an account: one after the other, so that each wait counts the failures before. */
        static Queue insideOf(String network, String login) {
            return new Queue(network, "inside " + login, 1);
        }

        private String whole() {
            return "network " + network;
        }
    }

    /** {@code work} after {@code delay}; {@code busy} at once when too many of {@code queue} wait. */
    <T> CompletableFuture<T> after(Duration delay, Queue queue, Supplier<T> work, Supplier<T> busy) {
        if (!enter(queue)) {
            return CompletableFuture.completedFuture(busy.get());
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            executor.schedule(() -> work(answer, queue, work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            leave(queue);
            answer.complete(busy.get());
        }
        return answer;
    }

    private boolean enter(Queue queue) {
        BooleanSupplier one = () -> enter(queue.name(), queue.most());
        return within(ALL, MOST_OF_ALL, () -> within(queue.whole(), MOST_OF_A_NETWORK, one));
    }

    private boolean within(String name, int most, BooleanSupplier rest) {
        boolean room = enter(name, most);
        if (room && !rest.getAsBoolean()) {
            leave(name);
            return false;
        }
        return room;
    }

    private boolean enter(String name, int most) {
        boolean room = waiting.merge(name, 1, Integer::sum) <= most;
        if (!room) {
            leave(name);
        }
        return room;
    }

    private void leave(Queue queue) {
        leave(queue.name());
        leave(queue.whole());
        leave(ALL);
    }

    private <T> void work(CompletableFuture<T> answer, Queue queue, Supplier<T> work) {
        Runnable said;
        try {
            T done = work.get();
            said = () -> answer.complete(done);
        } catch (RuntimeException e) {
            said = () -> answer.completeExceptionally(e);
        } finally {
            leave(queue);
        }
        said.run();
    }

    private void leave(String queue) {
        waiting.computeIfPresent(queue, (name, count) -> count > 1 ? count - 1 : null);
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
