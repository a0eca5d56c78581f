package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of 63 bits: 42 bits of milliseconds since 1970, 10 bits that tell nodes apart (random at start), 11 bits of counter.
 * Goes on counting when the clock stands still or steps back, so it never repeats within a node.
 */
@Singleton
public class SystemIds implements Ids {
    private static final int COUNTER_BITS = 11;
    private static final int NODE_BITS = 10;

    private final Clock clock;
    private final long node = new SecureRandom().nextInt(1 << NODE_BITS);
    private final AtomicLong ticks = new AtomicLong();

    /** Counts by {@code clock}. */
    @Inject
    public SystemIds(Clock clock) {
        this.clock = clock;
    }

    /** No id of {@code time} or later is smaller. */
    public static long firstAt(Instant time) {
        return time.toEpochMilli() << (NODE_BITS + COUNTER_BITS) & Long.MAX_VALUE;
    }

    @Override
    public long next() {
        long floor = clock.millis() << COUNTER_BITS;
        long tick = ticks.updateAndGet(last -> Math.max(last + 1, floor));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1 << COUNTER_BITS) - 1);
        return (millis << (NODE_BITS + COUNTER_BITS) | node << COUNTER_BITS | counter) & Long.MAX_VALUE;
    }
}
