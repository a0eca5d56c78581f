package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.TicketNumber;

/**
 * How a citizen comes back to a sealed ticket from any phone (security R11): with the code of eight digits that a custodian
 * said on the telephone. Twenty-five wrong codes for a ticket and it opens to none until a day after the first of them. In the caller's
 * transaction; an unknown ticket, a wrong code and a locked one look alike.
 */
public interface SealedReceipts {
    /** Whether {@code code} is the ticket's. */
    boolean holds(TicketNumber ticket, String code);

    /** Adds words to the ticket of the one who holds its code. False, and nothing written, otherwise. */
    boolean addText(TicketNumber ticket, String code, String text, String source);
}
