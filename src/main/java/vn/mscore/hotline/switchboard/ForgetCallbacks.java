package vn.mscore.hotline.switchboard;

import vn.mscore.hotline.shared.PhoneNumber;

/** Erases the wishes of one number to be called back, at its own request. Needs a transaction. */
public interface ForgetCallbacks {
    /** Erases them, open ones too, except one that is being called just now; returns how many. */
    int forget(PhoneNumber phone);

    /** How many {@link #forget} would erase now. */
    int count(PhoneNumber phone);
}
