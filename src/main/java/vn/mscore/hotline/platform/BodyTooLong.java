package vn.mscore.hotline.platform;

import java.io.IOException;

/** A request's body passed the limit. */
public final class BodyTooLong extends IOException {
    private static final long serialVersionUID = 1;

    /** Says so. */
    public BodyTooLong() {
        super("body longer than allowed");
    }
}
