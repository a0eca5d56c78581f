package vn.mscore.hotline.complaint.life;

import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: what a merge is to the citizens in it. Needs a transaction; what it finds it does not lock. */
public interface Merges {
    /** The case with which a merged one is answered in the end; empty when it is in none, and when that one is sealed by now. */
    Optional<TicketNumber> headOf(long merged);

    /** Whether its citizen is asked about this one: not when the head is his too, nor when an older one of his is in the merge. */
    boolean speaks(Complaint merged);

    /**
     * Takes it out with all that is merged of its citizen, which goes into it; what others merged into these stays with the
     * head. It has the state again that it had before.
     */
    void comeOut(Complaint merged, String actor);
}
