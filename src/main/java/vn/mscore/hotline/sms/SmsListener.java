package vn.mscore.hotline.sms;

/** PORT: who reads what came in. Implemented once, by the desk. */
public interface SmsListener {
    /**
     * Handles one message inside the inbox pump's transaction; messages of one number come one at a time and in order.
     * An exception rolls everything back; after three the message is parked for a person.
     */
    void received(IncomingSms sms);
}
