package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Work that only the owner of the port may do, asked for by another thread that waits for the answer. */
final class OwnerTask<T> {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Function<ModemSession, T> work;
    private final T whenNotBegun;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    OwnerTask(Function<ModemSession, T> work, T whenNotBegun) {
        this.work = work;
        this.whenNotBegun = whenNotBegun;
    }

    /** Does it unless nobody waits for it any more; what goes wrong ends the waiting and is thrown on. */
    void run(ModemSession session) {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        try {
            answer.complete(work.apply(session));
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            answer.completeExceptionally(e);
            throw e;
        }
    }

    /** It is never begun: the line went away, or who asked has given up. */
    void drop() {
        if (decided.compareAndSet(false, true)) {
            answer.complete(whenNotBegun);
        }
    }

    /**
     * Waits for a quarter of an hour, and once more as long for what is begun by then. What is not begun when the time is
     * up or this thread is interrupted never is; {@code otherwise} when it was and nobody knows how it ended.
     */
    T await(T otherwise) {
        return await(otherwise, LONGEST);
    }

    T await(T otherwise, Duration limit) {
        try {
            return waited(otherwise, limit);
        } catch (TimeoutException e) {
            drop();
            return again(otherwise, limit);
        }
    }

    private T again(T otherwise, Duration limit) {
        try {
            return waited(otherwise, limit);
        } catch (TimeoutException e) {
            return otherwise;
        }
    }

    private T waited(T otherwise, Duration limit) throws TimeoutException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            drop();
            return answer.isCompletedExceptionally() ? otherwise : answer.getNow(otherwise);
        } catch (ExecutionException e) {
            return otherwise;
        }
    }
}
