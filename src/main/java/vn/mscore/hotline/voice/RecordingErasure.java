package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.function.Predicate;

/** Erases what callers said and who they were, long afterwards. That a call came, and when, stays. Needs a transaction. */
public interface RecordingErasure {
    /**
     * Destroys the keys of at most {@code limit} recordings made before {@code before}, except those that {@code held} says
     * must be kept, and takes the numbers off calls as old.
     */
    Outcome erase(Instant before, Predicate<Recordings.Kept> held, int limit);

    /** How many were erased, and how many a hold kept. */
    record Outcome(int erased, int held) {}
}
