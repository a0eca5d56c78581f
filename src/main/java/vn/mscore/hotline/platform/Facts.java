package vn.mscore.hotline.platform;

/**
 * Tells the other rooms that something happened, inside the transaction of the teller: observers that must write (an
 * outbox row) join it; those that only wake somebody listen with {@code AFTER_SUCCESS}.
 */
@FunctionalInterface
public interface Facts {
    /** Fires {@code fact}, a past-tense record, to its observers. */
    void tell(Object fact);
}
