package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** What was written to and fro with a number. The caller has checked who asks. Needs a transaction. */
public interface SmsHistory {
    /** Newest first, at most {@code limit}. */
    List<Message> of(PhoneNumber phone, int limit);

    /**
     * One text.
     *
     * @param outgoing from us
     * @param inboxId the message itself, or the one it answers; empty for what we wrote unasked
     * @param state NEW, DONE, POISON in; NEW, SENDING, SENT, UNKNOWN, FAILED, EXPIRED or a delivery word out
     */
    record Message(boolean outgoing, Instant at, String text, Optional<Long> inboxId, String state) {}
}
