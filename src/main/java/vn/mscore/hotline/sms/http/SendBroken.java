package vn.mscore.hotline.sms.http;

import java.io.IOException;

/** There was no answer. {@code handedOver} tells whether the aggregator may have got the request. */
final class SendBroken extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean handedOver;

    SendBroken(String why, boolean handedOver) {
        super(why);
        this.handedOver = handedOver;
    }

    boolean handedOver() {
        return handedOver;
    }
}
