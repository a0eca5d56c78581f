package vn.mscore.hotline.complaint.life;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: the rows of spoken words. All in the caller's transaction. */
public interface SpokenRows {
    /** The case of a recording that the desk may hear; empty for everybody else. */
    Optional<TicketNumber> open(Viewer viewer, String recording);

    /** The first recording of each of these cases; those of sealed ones are left out. */
    Map<TicketNumber, String> firstOf(Collection<TicketNumber> tickets);

    /** Whether a recording is among the words of a case. */
    boolean has(Complaint complaint, String recording);

    /** Adds what somebody typed: into the place that waits for it, or below what was typed before. */
    void add(Complaint complaint, String recording, String text, String typedBy);
}
