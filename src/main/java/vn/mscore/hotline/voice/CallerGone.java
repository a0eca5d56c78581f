package vn.mscore.hotline.voice;

/** The caller hung up, or the line to the exchange is lost. Not an error: passes through flows untouched, bookkeeping belongs into {@code finally}. */
public final class CallerGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace: it says nothing and is made for every hang-up. */
    public CallerGone() {
        super("the caller hung up", null, false, false);
    }
}
