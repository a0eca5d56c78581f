package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The times of a line; tests have shorter ones.
 *
 * @param submit how long the centre may take to answer a submission
 * @param enquire how long a session may be silent before it is asked, and may take to answer that
 * @param first pause after a loss
 * @param longest pause after many; a session that lived this long was a good one
 * @param rest how long the rest of a text is tried, of which the centre took the beginning
 */
record Pauses(Duration submit, Duration enquire, Duration first, Duration longest, Duration rest) {
    private static final int DOUBLINGS = 10;

    static Pauses of(int submitSeconds, int enquireSeconds) {
        return new Pauses(
                Duration.ofSeconds(submitSeconds),
                Duration.ofSeconds(enquireSeconds),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2));
    }

    /** The pause after {@code failures} losses in a row: doubled each time, and anything from half of it to all of it. */
    Duration after(int failures, RandomGenerator random) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(DOUBLINGS, Math.max(0, failures - 1)));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
