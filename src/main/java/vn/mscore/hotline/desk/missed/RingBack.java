package vn.mscore.hotline.desk.missed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.voice.Dialer;

/** Calls a number into the main menu; a person calls where the exchange may not. Needs a transaction. */
@Singleton
class RingBack {
    private static final String FLOW = "main";
    private static final String CHANNEL = "MISSED";

    private final Dialer dialer;
    private final CallbackRequests callbacks;
    private final Ids ids;

    @Inject
    RingBack(Dialer dialer, CallbackRequests callbacks, Ids ids) {
        this.dialer = dialer;
        this.callbacks = callbacks;
        this.ids = ids;
    }

    void back(PhoneNumber phone) {
        dialer.ring(phone, FLOW, "missed-" + ids.next()).ifPresent(refused -> callbacks.book(phone, CHANNEL));
    }
}
