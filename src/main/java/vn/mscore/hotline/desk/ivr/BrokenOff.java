package vn.mscore.hotline.desk.ivr;

import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;

/** PORT: where conversations broke off, for a quarter of an hour. Needs a transaction. */
public interface BrokenOff {
    /** Keeps the place of a number; it replaces an older one. */
    void keep(PhoneNumber phone, Where where);

    /** Takes it back, once; empty when there is none or the quarter of an hour is over. */
    Optional<Where> take(PhoneNumber phone);

    /** Forgets those whose quarter of an hour is over; tells how many. */
    int forget();

    /**
     * Where a conversation was.
     *
     * @param branch name of the branch of the tree
     * @param about the dossier it was about
     */
    record Where(String branch, Optional<DossierCode> about) {}
}
