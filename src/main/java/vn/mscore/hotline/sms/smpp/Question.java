package vn.mscore.hotline.sms.smpp;

import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;

/** What a centre is asked. */
@FunctionalInterface
interface Question {
    /** Returns when it was answered; throws {@link TimeoutException} when it was not in time. */
    void put() throws LinkLost, TimeoutException, PDUStringException;
}
