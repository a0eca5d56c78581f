package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * How a citizen comes back to a sealed ticket from any phone (security R11): with the code of eight digits that a custodian
 * said on the telephone. Twenty-five wrong codes for a ticket and it opens to none until a day after the first of them. In the caller's
 * transaction; an unknown ticket, a wrong code and a locked one look alike.
 */
public interface SealedReceipts {
    /** Whether {@code code} is the ticket's. */
    boolean holds(TicketNumber ticket, String code);

    /** How far it is, in words that tell nothing of it: for the one who holds its code. Empty otherwise. */
    Optional<Progress> progress(TicketNumber ticket, String code);

    /** How far a sealed case is, as its citizen may hear it. */
    enum Progress {
        /** It is there. */
        RECEIVED,
        /** Custodians work on it. */
        IN_HAND,
        /** A letter to an office that verifies has left. */
        HANDED_OVER,
        /** Two agreed how it ended. */
        ENDED
    }

    /** Adds words to the ticket of the one who holds its code. False, and nothing written, otherwise. */
    boolean addText(TicketNumber ticket, String code, String text, String source);
}
