package vn.mscore.hotline.complaint;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Recordings as words of a case. A voice names its owner: only the desk hears it, and of sealed cases only the custodians
 * (L15); everybody else reads what was typed.
 */
public interface SpokenWords {
    /**
     * The open case whose words a recording is, for whoever may hear it; empty alike when there is none, when it belongs
     * to a sealed case and when the viewer may not hear. Needs a transaction.
     *
     * @param recording its id
     */
    Optional<TicketNumber> heardBy(Viewer viewer, String recording);

    /**
     * The same for a sealed case that is open to this custodian with a fresh second factor. Needs a transaction.
     *
     * @return whether the viewer may hear it
     */
    boolean heardBy(Viewer custodian, Pseudonym pseudonym, String recording);

    /**
     * The first recording of each of these cases that has one; none but for the desk. The caller has checked that the cases
     * may be seen. Needs a transaction.
     */
    Map<TicketNumber, String> firstOf(Viewer viewer, Collection<TicketNumber> tickets);

    /** Notes that the viewer listens, in the audit trail and, for a sealed case, among the looks. Needs a transaction. */
    void note(Viewer viewer, TicketNumber ticket);

    /** Notes it for a sealed case. Needs a transaction. */
    void note(Viewer custodian, Pseudonym pseudonym);

    /**
     * Types what a recording of the case says: it becomes the case's words, under the name of who typed it. Words that ask
     * for the secret lane put the case there. Opens its own transaction.
     */
    Decision type(Grip grip, String recording, String text);
}
