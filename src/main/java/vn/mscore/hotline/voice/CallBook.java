package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Optional;

/**
 * PORT: the book of calls, one entry per call however often the exchange hands it to us. Whoever learns that a call began
 * or is over says it here: the facts {@link CallBegan} and {@link CallEnded} are told from here, each once. Every method
 * opens its own transaction or joins the caller's.
 */
public interface CallBook {
    /** A call reached us; tells {@link CallBegan} unless it is in the book. */
    void began(CallStart start);

    /**
     * Our part of it is over for now: the caller waits for an operator or speaks to the exchange's fallback.
     *
     * @param reached the last sound the caller heard from us, empty when none
     */
    void handedOver(String callId, Exit exit, String reached);

    /**
     * The call is over; tells {@link CallEnded} unless that was told, nothing when it never reached us.
     *
     * @param reached the last sound the caller heard from us, empty when unknown: then what is in the book stays
     */
    void ended(String callId, Instant at, Optional<String> reached);

    /** Moves the caller's number under the key of the sealed lane and takes its index off: the call belongs to that lane. */
    void conceal(String callId);
}
