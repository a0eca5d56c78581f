package vn.mscore.hotline.citizen.jpa;

import jakarta.enterprise.inject.Vetoed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The times something was done, as eight-byte microseconds in ascending order. A use counts until a full window has
 * passed; one in the future (a clock that stepped back, a text that waits for its hour) counts too. Pure.
 */
@Vetoed
final class SlidingWindow {
    private final long[] uses;

    private SlidingWindow(long[] uses) {
        this.uses = uses;
    }

    /** Reads stored bytes and forgets what lies a window or more before {@code at}. */
    static SlidingWindow read(byte[] stored, Instant at, Duration window) {
        long begin = micros(at.minus(window));
        return new SlidingWindow(
                Arrays.stream(longs(stored)).filter(use -> use > begin).toArray());
    }

    private static long[] longs(byte[] stored) {
        long[] all = new long[stored.length / Long.BYTES];
        ByteBuffer.wrap(stored).asLongBuffer().get(all);
        return all;
    }

    int count() {
        return uses.length;
    }

    /** When the {@code count() - max + 1} oldest uses will have left the window, so that one more fits. */
    Instant roomFor(int max, Duration window) {
        return Instant.EPOCH.plus(uses[uses.length - max], ChronoUnit.MICROS).plus(window);
    }

    /** These uses and one more, ready to store. */
    byte[] with(Instant use) {
        long[] more = Arrays.copyOf(uses, uses.length + 1);
        more[uses.length] = micros(use);
        Arrays.sort(more);
        ByteBuffer bytes = ByteBuffer.allocate(more.length * Long.BYTES);
        bytes.asLongBuffer().put(more);
        return bytes.array();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
