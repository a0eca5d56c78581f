package vn.mscore.hotline.switchboard;

import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Call-backs nobody asked for: what a person reads out to a number that takes no texts. */
public interface Readouts {
    /** Books one, besides what the number asks for itself; one about the same ticket that is open stays; an answer takes the place of the question. */
    void book(PhoneNumber phone, Readout readout);

    /** Whether a person is still to read out something about a ticket. */
    boolean isOpen(TicketNumber ticket);

    /** Nobody reads out anything about a ticket any more, unless somebody rings just now. */
    void end(TicketNumber ticket);

    /** Forgets what is still to be read out about a ticket, also while somebody rings; of what was read out the ticket is not kept. */
    void forget(TicketNumber ticket);
}
