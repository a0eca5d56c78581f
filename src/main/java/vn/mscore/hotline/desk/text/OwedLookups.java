package vn.mscore.hotline.desk.text;

import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;

/** PORT: look-ups that were promised an answer with T30. */
public interface OwedLookups {
    /** Keeps a look-up of {@code phone} until it is taken. */
    void add(IncomingSms sms, PhoneNumber phone);

    /** Takes the oldest; a rollback puts it back. Two nodes never take the same one. */
    Optional<IncomingSms> takeOldest();
}
