package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits for a person: texts parked after three tries, and deliveries nobody could decode or store. */
public interface KeptMail {
    /** The newest that wait, at most {@code limit}, without any word of them. Needs a transaction. */
    List<Kept> newest(int limit);

    /** The words of a parked text, the octets of a delivery as text; empty when it does not wait any more. Needs a transaction. */
    Optional<String> open(long id);

    /**
     * Gives it back: a parked text to its reader, a delivery to the line it came by. False when it is not there or that line
     * cannot read it still; then it waits as before. In transactions of its own, since the intake's commits must be real;
     * {@code deed} is written in the one that ends its waiting, and when that fails it waits as before. Given back once more,
     * whenever that is, it makes no second message.
     */
    boolean readAgain(long id, Runnable deed);

    /**
     * A person has dealt with a delivery that cannot be read; false when it does not wait. Its octets stay until their time is
     * over. Needs a transaction.
     */
    boolean settle(long id);

    /**
     * One thing that waits.
     *
     * @param parked whether it is a text, else it is a delivery
     * @param why for technicians; without number and words
     */
    record Kept(long id, boolean parked, String line, String why, Instant receivedAt) {}
}
