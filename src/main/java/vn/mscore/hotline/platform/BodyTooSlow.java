package vn.mscore.hotline.platform;

import java.io.IOException;

/** A request's body took longer to arrive than it may. */
public final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1;

    /** Says so. */
    public BodyTooSlow() {
        super("body slower than allowed");
    }
}
