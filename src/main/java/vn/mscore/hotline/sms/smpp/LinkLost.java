package vn.mscore.hotline.sms.smpp;

import java.io.IOException;

/** The session ended. {@code handedOver} tells whether the request may have reached the centre before. */
final class LinkLost extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean handedOver;

    LinkLost(String why, boolean handedOver) {
        super(why);
        this.handedOver = handedOver;
    }

    boolean handedOver() {
        return handedOver;
    }
}
