package vn.mscore.hotline.sms.smpp;

/** A request that cannot be read. The message tells why and never what was written. */
final class BadPdu extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    BadPdu(int status, String why) {
        // Without a stack trace: bad bytes are no bug, and a flood of them should cost little.
        super(why, null, false, false);
        this.status = status;
    }

    /** The command_status to answer with. */
    int status() {
        return status;
    }
}
