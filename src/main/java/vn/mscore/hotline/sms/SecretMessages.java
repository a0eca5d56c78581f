package vn.mscore.hotline.sms;

/** Hides messages of the sealed lane: whoever shows what a number wrote must not show these. Needs a transaction. */
public interface SecretMessages {
    /**
     * Moves a message, its parts and all answers to it under the key of the sealed lane and marks them secret; with a part
     * that came too late also the message it belongs to. Quiet when it is not there or hidden already; answers queued later
     * and parts that come later follow it.
     */
    void conceal(long inboxId);
}
