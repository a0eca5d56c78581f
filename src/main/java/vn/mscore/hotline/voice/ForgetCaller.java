package vn.mscore.hotline.voice;

import java.util.function.Predicate;
import vn.mscore.hotline.shared.PhoneNumber;

/** Erases what one number said to us, at its own request. Needs a transaction. */
public interface ForgetCaller {
    /**
     * Erases the recordings of calls of {@code phone} except those {@code kept} says belong to something that stays, and
     * takes the number off its finished calls. Calls of the sealed lane cannot be found by their number and are not touched.
     * Returns how many recordings and calls.
     */
    int forget(PhoneNumber phone, Predicate<Recordings.Kept> kept);

    /** How many {@link #forget} would erase now. */
    int count(PhoneNumber phone, Predicate<Recordings.Kept> kept);
}
