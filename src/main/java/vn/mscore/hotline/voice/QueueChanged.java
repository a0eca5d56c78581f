package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Optional;

/**
 * Fact: a call in the operators' queue moved.
 *
 * @param device the operator's telephone, when one is concerned
 */
public record QueueChanged(String callId, Step step, Optional<String> device, Instant at) {
    /** What happened. */
    public enum Step {
        /** Waits now. */
        JOINED,
        /** Talks with an operator. */
        CONNECTED,
        /** Left the queue with a key. */
        LEFT,
        /** Hung up while waiting. */
        ABANDONED
    }
}
