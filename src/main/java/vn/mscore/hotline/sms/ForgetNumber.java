package vn.mscore.hotline.sms;

import java.util.Set;
import vn.mscore.hotline.shared.PhoneNumber;

/** Erases what one number wrote and was told, at its own request. */
public interface ForgetNumber {
    /**
     * Erases the words and the number of finished messages, except the inbox messages {@code kept}, the answers to them
     * and everything of the sealed lane, and the number of calls a modem missed; that a message or a call came, and when,
     * stays. Returns how many. Needs a transaction.
     */
    int forget(PhoneNumber phone, Set<Long> kept);

    /** How many {@link #forget} would erase now. */
    int count(PhoneNumber phone, Set<Long> kept);
}
