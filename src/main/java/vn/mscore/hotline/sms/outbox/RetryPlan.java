package vn.mscore.hotline.sms.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again after the network said "later": 5 s, 10 s, 20 s ... 10 min, each give or take a fifth. */
final class RetryPlan {
    private static final long FIRST = 5_000;
    private static final long LONGEST = 600_000;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    RetryPlan(RandomGenerator random) {
        this.random = random;
    }

    /** How long to wait after the {@code attempt}-th attempt, counted from 1. */
    Duration after(int attempt) {
        long base = Math.min(LONGEST, FIRST << Math.min(20, Math.max(0, attempt - 1)));
        return Duration.ofMillis((long) (base * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
