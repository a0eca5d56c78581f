package vn.mscore.hotline.sms.smpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Which parts of a text the centre has, when it put off the others: the next try sends only those. Kept in memory; after
 * the end of the process, and when a thousand younger ones wait, the whole text goes again.
 */
final class HalfTaken {
    private static final int MOST = 1000;

    /** Receipts of what was taken longer ago find no text to belong to. */
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(45);

    private final Map<Long, Half> ids = new LinkedHashMap<>();

    /**
     * What the centre has of a text.
     *
     * @param references the ids of its parts, from the first one on
     * @param since when the first was taken, by {@link System#nanoTime()}
     */
    record Half(List<String> references, long since) {
        /** Whether it is worth a wait for the centre to take the rest. */
        boolean young() {
            return System.nanoTime() - since < LONGEST_NANOS;
        }
    }

    /** What the centre has of the text {@code outboxId}, nothing for one that is new; it is forgotten here. */
    synchronized Half take(long outboxId) {
        Half known = ids.remove(outboxId);
        return known == null ? new Half(List.of(), System.nanoTime()) : known;
    }

    /** Remembers it until the next try. */
    synchronized void keep(long outboxId, Half half) {
        ids.values().removeIf(known -> !known.young());
        ids.put(outboxId, half);
        if (ids.size() > MOST) {
            ids.remove(ids.keySet().iterator().next());
        }
    }
}
