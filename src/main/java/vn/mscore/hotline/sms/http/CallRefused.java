package vn.mscore.hotline.sms.http;

/** A call that is not let in. The message tells why and never what was sent. */
final class CallRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    CallRefused(int status, String why) {
        // Without a stack trace: strangers' calls are no bug, and a flood of them should cost little.
        super(why, null, false, false);
        this.status = status;
    }

    /** The HTTP status to answer with. */
    int status() {
        return status;
    }
}
