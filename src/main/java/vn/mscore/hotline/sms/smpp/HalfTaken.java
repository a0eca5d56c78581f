package vn.mscore.hotline.sms.smpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parts of a text the centre has, when it put off the others: the next try sends only those. Kept in memory; after
 * the end of the process, and when a thousand younger ones wait, the whole text goes again.
 */
final class HalfTaken {
    private static final int MOST = 1000;

    private final Map<Long, List<String>> ids = new LinkedHashMap<>();

    /** The ids of the parts that the centre has of the text {@code outboxId}, from the first one on; they are forgotten here. */
    synchronized List<String> take(long outboxId) {
        List<String> known = ids.remove(outboxId);
        return known == null ? List.of() : known;
    }

    /** Remembers them until the next try. */
    synchronized void keep(long outboxId, List<String> references) {
        ids.put(outboxId, List.copyOf(references));
        if (ids.size() > MOST) {
            ids.remove(ids.keySet().iterator().next());
        }
    }
}
