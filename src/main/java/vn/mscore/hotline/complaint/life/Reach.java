package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: which open case a viewer may act on: the very rows that the reading side shows. Needs a transaction. */
public interface Reach {
    /**
     * Whether the case is one of them; secret ones never are. One question, whatever the answer: who asks it before anything
     * else takes as long over a secret case as over none (security L3).
     */
    boolean covers(Viewer viewer, TicketNumber ticket);
}
