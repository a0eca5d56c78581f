package vn.mscore.hotline.citizen;

import java.time.Duration;
import java.util.Collection;

/** Counters that cut answers, never records. A subject (number or code) is kept only as a keyed hash. */
public interface Limits {
    /**
     * Counts one more use by {@code subject} and tells whether it is still within {@code max} in the sliding
     * {@code window}. A use over the limit is not counted again.
     */
    boolean take(String limit, String subject, int max, Duration window);

    /** These subjects are about to be counted, each once, in one piece of work: they may be read together (ADR 39). */
    default void foresee(String limit, Collection<String> subjects) {}

    /** Uses within the window, without counting one. */
    int used(String limit, String subject, Duration window);

    /** The same; where many ask at once nobody else counts this subject until the caller's transaction ends. */
    default int held(String limit, String subject, Duration window) {
        return used(limit, subject, window);
    }
}
