package vn.mscore.hotline.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Calls with a number as the book has them. The caller has checked who asks. Needs a transaction. */
public interface CallHistory {
    /** Newest first, at most {@code limit}; one entry for each recording of a call. Calls of the secret lane are left out. */
    List<Past> of(PhoneNumber phone, int limit);

    /**
     * The number of a call that goes on or ended after {@code endedAfter}; empty when it was hidden or is forgotten, and for
     * calls of the secret lane.
     */
    Optional<PhoneNumber> numberOf(String callId, Instant endedAfter);

    /**
     * A call.
     *
     * @param flow what it was for
     * @param length empty while it goes on
     * @param recording what was recorded and kept
     */
    record Past(String flow, Instant at, Optional<Duration> length, Optional<Taken> recording) {}

    /** A recording of a call. */
    record Taken(RecordingId id, Duration length) {}
}
