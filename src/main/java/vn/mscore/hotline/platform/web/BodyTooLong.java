package vn.mscore.hotline.platform.web;

import java.io.IOException;

/** A request's body passed the limit. */
public final class BodyTooLong extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLong() {
        super("body longer than allowed");
    }
}
