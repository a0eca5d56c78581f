package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.mscore.hotline.platform.Settings;

/**
 * Tells when one number sends far more than a person does. Counts in memory: a restart forgives, the reply limits in
 * the database do not.
 */
@Singleton
class SenderGuard {
    private static final int SENDERS = 20_000;

    private final int messages;
    private final Duration window;
    private final Map<ByteBuffer, ArrayDeque<Instant>> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, ArrayDeque<Instant>> eldest) {
            return size() > SENDERS;
        }
    };

    @Inject
    SenderGuard(Settings settings) {
        this(
                InboxSettings.from(settings).floodMessages(),
                InboxSettings.from(settings).floodWindow());
    }

    SenderGuard(int messages, Duration window) {
        this.messages = messages;
        this.window = window;
    }

    /** Counts a message of {@code sender}; true from the one on that is too many within the window. */
    synchronized boolean isFlood(byte[] sender, Instant at) {
        ArrayDeque<Instant> times = recent.computeIfAbsent(ByteBuffer.wrap(sender), key -> new ArrayDeque<>());
        Instant start = at.minus(window);
        while (!times.isEmpty() && times.peekFirst().isBefore(start)) {
            times.removeFirst();
        }
        times.addLast(at);
        if (times.size() <= messages) {
            return false;
        }
        times.removeFirst();
        return true;
    }
}
