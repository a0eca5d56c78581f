package vn.mscore.hotline.voice.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** Speech on its way: 16 bit little-endian samples at 8 kHz, one channel; measures what of it is silence. */
@Vetoed
final class Speaking {
    /** Bytes of a second. */
    static final int SECOND = 16_000;

    private static final int FRAME = SECOND / 50;
    private static final int LOUD = 300;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    void add(byte[] more) {
        samples.writeBytes(more);
    }

    int size() {
        return samples.size();
    }

    byte[] take() {
        byte[] all = samples.toByteArray();
        samples.reset();
        return all;
    }

    /** How long so many bytes are. */
    static Duration length(long bytes) {
        return Duration.ofMillis(bytes * 1000 / SECOND);
    }

    /** How many bytes last so long. */
    static int bytes(Duration length) {
        return (int) (length.toMillis() * SECOND / 1000) & ~1;
    }

    /** How long {@code samples} end in silence. */
    static Duration silenceAtEnd(byte[] samples) {
        int end = samples.length - samples.length % FRAME;
        int at = end;
        while (at >= FRAME && !isLoud(samples, at - FRAME)) {
            at -= FRAME;
        }
        return length(end - at);
    }

    /** How much of {@code samples} is not silent. */
    static Duration voiced(byte[] samples) {
        long loud = 0;
        for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
            loud += isLoud(samples, at) ? FRAME : 0;
        }
        return length(loud);
    }

    private static boolean isLoud(byte[] samples, int from) {
        long sum = 0;
        for (int at = from; at < from + FRAME; at += 2) {
            long sample = (short) (samples[at] & 0xFF | samples[at + 1] << 8);
            sum += sample * sample;
        }
        return sum / (FRAME / 2) > (long) LOUD * LOUD;
    }
}
