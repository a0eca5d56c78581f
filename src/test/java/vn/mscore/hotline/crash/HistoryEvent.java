package vn.mscore.hotline.crash;

/**
 * One thing that a simulator saw and wrote to disk before it went on.
 *
 * @param kind what happened
 * @param token the words of the message, unique in a run
 * @param phone whom a text went to, else where it lay
 * @param value status of an answer, rows a witness found, else 0
 * @param at milliseconds since 1970
 */
record HistoryEvent(Kind kind, String token, String phone, int value, long at) {
    /** What simulators see. */
    enum Kind {
        /** A citizen's part lies on the SIM. */
        DELIVERED,
        /** The gateway deleted a citizen's part from the SIM: it says that it has it. */
        DELETED,
        /** A centre handed a message over by SMPP. */
        HANDED,
        /** The gateway answered a deliver_sm with the status {@code value}. */
        ANSWERED,
        /** A line took a part of a text for {@code phone}. */
        SUBMITTED,
        /** While the gateway waited for the answer to a deletion: {@code value} rows held the message. */
        WITNESSED_STORED,
        /** While the gateway waited for the answer to a submission: {@code value} rows held the text. */
        WITNESSED_SENDING
    }

    /** Whether the gateway said that the message is safe with it. */
    boolean promises() {
        return kind == Kind.DELETED || kind == Kind.ANSWERED && value == 0;
    }
}
