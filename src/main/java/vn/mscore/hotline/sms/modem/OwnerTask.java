package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Work that only the owner of the port may do, asked for by another thread that waits for the answer. */
final class OwnerTask<T> {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Function<ModemSession, T> work;
    private final T whenNotBegun;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    OwnerTask(Function<ModemSession, T> work, T whenNotBegun) {
        this.work = work;
        this.whenNotBegun = whenNotBegun;
    }

    void run(ModemSession session) {
        answer.complete(work.apply(session));
    }

    /** The line went away before this was begun. */
    void drop() {
        answer.complete(whenNotBegun);
    }

    /** Waits; {@code otherwise} when the owner broke down in the middle or this thread is interrupted. */
    T await(T otherwise) {
        try {
            return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException e) {
            return otherwise;
        }
    }

    /** The owner broke down in the middle. */
    void fail(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
