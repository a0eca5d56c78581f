package vn.mscore.hotline.voice;

/** Fact: what came of an ordered call. */
public record CallSettled(String reference, Result result) {
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
