package vn.mscore.hotline.desk;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the uses of the last minute in memory, for this node: a row in the database that every look-up locks would
 * make all of them wait for one another's commits.
 */
@Vetoed
final class MinuteBreaker {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> uses = new ArrayDeque<>();
    private final Clock clock;
    private final int max;

    MinuteBreaker(Clock clock, int max) {
        this.clock = clock;
        this.max = max;
    }

    /** Counts a use; false and nothing counted when the minute is full. */
    synchronized boolean take() {
        if (isFull()) {
            return false;
        }
        uses.addLast(clock.instant());
        return true;
    }

    /** Whether the minute is full; uses that a clock set back has put into the future count for nothing. */
    synchronized boolean isFull() {
        Instant now = clock.instant();
        if (!uses.isEmpty() && uses.getLast().isAfter(now)) {
            uses.clear();
        }
        while (!uses.isEmpty() && !uses.getFirst().isAfter(now.minus(WINDOW))) {
            uses.removeFirst();
        }
        return uses.size() >= max;
    }
}
