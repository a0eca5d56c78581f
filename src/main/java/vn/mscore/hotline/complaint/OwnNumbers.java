package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/**
 * Telephone numbers that a custodian says are his or his family's: a sealed case that came from one or names one is for
 * others (security R12). Nobody else learns them; only hashes, the first two and the last three digits are kept. Needs a transaction.
 */
public interface OwnNumbers {
    /** Those of this person that count, masked, oldest first; empty but for custodians. */
    List<Own> of(Viewer viewer);

    /** Declares one; audited without the number. Refusals: {@code interest.not-yours} but for custodians. */
    Optional<Reason> declare(Viewer viewer, PhoneNumber number);

    /** Ends one of his own as {@link Interests#end} does; audited. Refusal: {@code interest.not-yours}. */
    Optional<Reason> end(Viewer viewer, long id);

    /**
     * A number as its owner recognises it.
     *
     * @param ends from when on it counts no more; empty until he ends it
     */
    record Own(long id, String masked, Optional<Instant> ends) {}
}
