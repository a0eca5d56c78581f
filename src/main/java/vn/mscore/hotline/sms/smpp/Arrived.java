package vn.mscore.hotline.sms.smpp;

/**
 * A deliver_sm or data_sm that waits to be stored.
 *
 * @param pdu what came
 * @param link the connection it came by, and is answered on
 * @param at when, by {@link System#nanoTime()}
 * @param receipt whether it is a receipt that can be read
 * @param content what makes two deliveries equal; their octets when they cannot be read
 */
record Arrived(SmppPdu pdu, SmppLink link, long at, boolean receipt, String content) {
    /** Without number and text. */
    @Override
    public String toString() {
        return "Arrived[" + pdu + "]";
    }
}
