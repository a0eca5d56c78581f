package vn.mscore.hotline.sms.pdu;

/** Bytes that are no short message: the only exception decoding throws. The message tells why, never what was written. */
public final class PduException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Refuses because of {@code why}. */
    public PduException(String why) {
        // Without a stack trace: bad bytes are no bug, and a flood of them should cost little.
        super(why, null, false, false);
    }
}
