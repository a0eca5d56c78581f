package vn.mscore.hotline.crash;

/** One broken promise: of which kind, of which invariant of the plan, and what. */
record Finding(Kind kind, String invariant, String what) {
    /** What may be wrong. */
    enum Kind {
        /** The gateway said it had something and does not have it, or owes an answer. */
        LOST,
        /** Something is there twice. */
        DUPLICATE,
        /** Something is there that nobody sent, or not as it was sent. */
        WRONG,
        /** The gateway said it had something before it was durable. */
        ACK_BEFORE_COMMIT,
        /** Something waits though everything is well. */
        STUCK
    }

    @Override
    public String toString() {
        return kind + " " + invariant + ": " + what;
    }
}
