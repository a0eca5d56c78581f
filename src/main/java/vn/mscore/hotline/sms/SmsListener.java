package vn.mscore.hotline.sms;

import java.util.List;

/** PORT: who reads what came in. Implemented once, by the desk. */
public interface SmsListener {
    /**
     * How each of these messages, each of another number, is handled: what all of them need may be read together first (ADR
     * 39). The pump runs one after the other, in order.
     */
    default List<Runnable> together(List<IncomingSms> messages) {
        return messages.stream().<Runnable>map(sms -> () -> received(sms)).toList();
    }

    /**
     * Handles one message inside the inbox pump's transaction; messages of one number come one at a time and in order.
     * An exception rolls everything back; after three the message is parked for a person.
     */
    void received(IncomingSms sms);
}
