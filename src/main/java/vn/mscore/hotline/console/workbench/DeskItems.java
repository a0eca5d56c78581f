package vn.mscore.hotline.console.workbench;

import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.QueueItem;

/** PORT: work of the desk that is no case. All joined by CDI; needs a transaction. */
public interface DeskItems {
    /** At most {@code limit} after {@code cursor}, in working order; nothing of a case that {@code viewer} keeps off. */
    List<QueueItem> after(Viewer viewer, CaseCursor cursor, int limit);

    /** How many there are, counted up to {@code limit}. */
    int count(int limit);
}
