package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.Set;

/** Erases numbers and words of old messages; that a message came or went, and when, stays. */
public interface SmsErasure {
    /**
     * Erases at most {@code limit} messages received or created before {@code before}, finished ones only, except the
     * inbox messages {@code kept} and the answers to them; returns how many. Needs a transaction.
     */
    int erase(Instant before, Set<Long> kept, int limit);
}
