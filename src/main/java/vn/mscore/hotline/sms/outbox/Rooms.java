package vn.mscore.hotline.sms.outbox;

import java.util.Map;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * How much of each kind a line may take now, counted over all kinds; what is not named, nothing.
 *
 * @param texts as its window and its pace allow
 * @param parts as is left of its day; the text that uses the last one is taken whole
 */
record Rooms(Map<Kind, Integer> texts, Map<Kind, Integer> parts) {
    static final Rooms NONE = new Rooms(Map.of(), Map.of());

    /** So many texts may be taken at most. */
    int most() {
        return texts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** So many texts of {@code kind} may be taken. */
    int of(Kind kind) {
        return texts.getOrDefault(kind, 0);
    }

    /** Whether one more of {@code kind} may be taken beside {@code taken} texts of {@code size} parts in all. */
    boolean holds(Kind kind, int taken, int size) {
        return taken < of(kind) && size < parts.getOrDefault(kind, 0);
    }
}
