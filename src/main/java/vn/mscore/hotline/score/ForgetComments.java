package vn.mscore.hotline.score;

import vn.mscore.hotline.shared.PhoneNumber;

/** Erases what one number wrote beside its marks, at its own request; the marks stay. Needs a transaction. */
public interface ForgetComments {
    /** Erases them; those of a sealed case stay without a word. Returns how many. */
    int forget(PhoneNumber phone);

    /** How many {@link #forget} would erase now. */
    int count(PhoneNumber phone);
}
