package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.EnterCase.Entry;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: how cases were written down, and by whom. Needs a transaction. */
public interface EntryBook {
    /** Notes it; the first clerk stays. */
    void note(TicketNumber ticket, Entry entry, Viewer clerk);
}
