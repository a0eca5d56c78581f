package vn.mscore.hotline.voice;

/**
 * PORT: a telephone call as a {@link CallFlow} sees it. Every method may throw {@link CallerGone}: a hang-up is no error
 * and passes through the flow untouched. Called by the one thread of the call; never inside a transaction.
 */
public interface Call {
    /** Who calls and why we talk; does not change during the call. */
    CallStart start();

    /**
     * Says {@code speech} to its end. Keys pressed meanwhile cut it short and become the beginning of the next answer.
     * What cannot be played is left out and noted for the alarm; a caller never hears more than three seconds of nothing.
     */
    void say(Speech speech);

    /** Says {@code speech} to its end whatever is pressed; keys of before and of meanwhile were meant for something else and are dropped. */
    void tell(Speech speech);

    /**
     * Says {@code question}, which the first key cuts short (barge-in), and collects keys.
     *
     * @return the keys without the ending {@code #}; {@link Keys#none()} when nothing was pressed in time
     */
    Keys ask(Speech question, Entry entry);

    /**
     * Whether a key is known to wait for the next question: one that cut short what was said, or too many for the question
     * before. {@link #ask} would take it for its answer without a word, though it was meant for a question the caller knows.
     */
    boolean hasKeys();

    /**
     * Beeps and records until {@code #}, silence, the limit or the hang-up. The recording is promised a place before the
     * first second is taken and is kept whatever happens afterwards; a hang-up is told by {@link Recorded#end()} and not
     * thrown, so that a flow can still link what was said.
     */
    Recorded record(RecordingOrder order);

    /**
     * Says whether what the caller says from now on belongs to the secret lane. The exchange keeps it: when we are gone, or
     * our database is, it records without asking for a name and without the number.
     */
    void inSecret(boolean secret);

    /** Ends our part: the last thing a flow does. Without it the telephone exchange runs its fallback. */
    void leave(Exit exit);
}
