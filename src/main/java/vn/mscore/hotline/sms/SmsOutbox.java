package vn.mscore.hotline.sms;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** PORT: the only way for other rooms to send. Rows are written in the caller's transaction and sent after its commit. */
public interface SmsOutbox {
    /**
     * Queues a message, or refuses it with a reason: {@code sms.destination-refused} (not a Vietnamese mobile number, or
     * our own), {@code sms.reply-limit} (enough answers for this number), {@code sms.reply-prefix} (for numbers that begin
     * alike), {@code sms.reply-budget} (for all), {@code sms.echo} (the citizen's message was our own text). A refusal is counted and changes nothing else.
     */
    Optional<Reason> put(OutgoingSms sms);

    /** These messages are about to be answered, in one piece of work: what {@link #put} must know may be read together (ADR 39). */
    default void foresee(List<IncomingSms> messages) {}

    /** Whether a text to {@code number} would ever be taken: not to a landline, another country or ourselves. */
    default boolean allows(PhoneNumber number) {
        return number.isVietnameseMobile();
    }
}
