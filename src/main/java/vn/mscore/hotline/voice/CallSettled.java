package vn.mscore.hotline.voice;

import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Fact: what came of an ordered call.
 *
 * @param phone whom it was for; nobody keeps the number of an order any more
 */
public record CallSettled(String reference, Result result, PhoneNumber phone) {
    /** What came of it. */
    public enum Result {
        /** Somebody answered and the call is over. */
        ANSWERED,
        /** The line was busy. */
        BUSY,
        /** Nobody answered. */
        NO_ANSWER,
        /** The number does not exist or cannot be reached. */
        UNREACHABLE,
        /** The exchange or the trunk could not ring now. */
        FAILED,
        /** It waited too long to be rung: nobody was. */
        EXPIRED
    }
}
