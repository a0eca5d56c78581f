package vn.mscore.hotline.desk.missed;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.Dialer;

/** Calls a number into the main menu; a person calls where the exchange may not, or could not in time. Needs a transaction. */
@Singleton
class RingBack {
    private static final String FLOW = "main";
    private static final String CHANNEL = "MISSED";
    private static final String PREFIX = "missed-";

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
        dialer.ring(phone, FLOW, PREFIX + ids.next()).ifPresent(refused -> callbacks.book(phone, CHANNEL));
    }

    /** Who was rung and did not answer knows of it; who was not rung would wait for ever. */
    void settled(@Observes CallSettled fact) {
        boolean rung = fact.result() != Result.EXPIRED && fact.result() != Result.FAILED;
        if (!rung && fact.reference().startsWith(PREFIX)) {
            callbacks.book(fact.phone(), CHANNEL);
        }
    }
}
