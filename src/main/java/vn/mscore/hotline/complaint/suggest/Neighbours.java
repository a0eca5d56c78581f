package vn.mscore.hotline.complaint.suggest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: other cases since an instant, newest first, never secret ones nor merged ones. Needs a transaction. */
public interface Neighbours {
    /** About the same dossier. */
    List<TicketNumber> sameDossier(Complaint complaint, Instant since);

    /** From the same number. */
    List<TicketNumber> sameNumber(Complaint complaint, Instant since);

    /** The newest of the same category, and those that share what is rare in {@code words}; with their own words. */
    Map<TicketNumber, String> maybeAlike(Complaint complaint, List<String> words, Instant since);

    /** Whether a case found here is still worked on, neither answered nor ended: only such a one takes in another. */
    boolean isWorkedOn(TicketNumber ticket);
}
