package vn.mscore.hotline.voice;

/** PORT: what to do with a call; implemented by the desk, one bean per flow. */
public interface CallFlow {
    /** A stable name of lower-case letters and hyphens, as the dialplan asks for it: {@code main}, {@code survey}. */
    String name();

    /**
     * Talks with the caller from beginning to end on the call's own thread. Makes many short transactions and none around
     * a prompt. {@link CallerGone} passes through; any other exception is a bug or an outage and sends the caller to the
     * exchange's fallback.
     */
    void run(Call call);
}
