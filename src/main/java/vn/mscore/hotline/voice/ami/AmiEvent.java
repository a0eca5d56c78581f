package vn.mscore.hotline.voice.ami;

/**
 * What we take of a manager's event.
 *
 * @param kind what happened
 * @param call the unique id of the channel it happened to
 * @param word {@link Kind#CONNECTED}: the telephone; {@link Kind#FAR_END}: the dial status; {@link Kind#MISSED}: the number
 *     shown; else empty
 * @param number {@link Kind#ENDED}: the Q.850 cause; {@link Kind#ORIGINATED}: the exchange's reason, 4 when answered; else 0
 */
record AmiEvent(Kind kind, String call, String word, int number) {
    /** An event of a channel and nothing else. */
    static AmiEvent of(Kind kind, String call) {
        return new AmiEvent(kind, call, "", 0);
    }

    /** Whether it may be left out under a flood: the next reading of the state makes up for it (row 104). */
    boolean passing() {
        return kind == Kind.BORN || kind == Kind.JOINED || kind == Kind.CONNECTED;
    }

    /** What can happen. */
    enum Kind {
        /** A call began. */
        BORN,
        /** A call waits. */
        JOINED,
        /** A call left the queue, for whatever reason. */
        LEFT,
        /** A caller hung up while waiting. */
        ABANDONED,
        /** An operator took it. */
        CONNECTED,
        /** A channel is over. */
        ENDED,
        /** An ordered call was answered or not. */
        ORIGINATED,
        /** The second leg of an ordered call was answered or not. */
        FAR_END,
        /** Somebody hung up before we answered. */
        MISSED
    }
}
