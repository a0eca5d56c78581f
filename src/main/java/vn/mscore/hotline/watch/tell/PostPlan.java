package vn.mscore.hotline.watch.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try a webhook again that did not take a post: after 5, 10, 20 s ... 15 minutes, for a day. Pure. */
final class PostPlan {
    private static final long FIRST = 5;
    private static final long LONGEST = 900;
    private static final Duration WORTH = Duration.ofDays(1);

    private PostPlan() {}

    /** The time after the {@code attempt}-th try at {@code now}, counted from 1; empty when it is no longer worth it. */
    static Optional<Instant> after(int attempt, Instant created, Instant now) {
        Instant next = now.plusSeconds(Math.min(LONGEST, FIRST << Math.min(20, Math.max(0, attempt - 1))));
        return next.isBefore(created.plus(WORTH)) ? Optional.of(next) : Optional.empty();
    }
}
