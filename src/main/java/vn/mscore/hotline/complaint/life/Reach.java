package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;

/** PORT: which open case a viewer may act on: the very rows that the reading side shows. Needs a transaction. */
public interface Reach {
    /** Whether the case is one of them; secret ones never are. */
    boolean covers(Viewer viewer, Complaint complaint);
}
