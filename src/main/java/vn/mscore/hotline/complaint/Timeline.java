package vn.mscore.hotline.complaint;

import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.shared.TicketNumber;

/** Everything the number behind a case ever said to us. Needs a transaction. */
public interface Timeline {
    /**
     * Newest first, at most 100. Only operators get it; texts of sealed cases, the answers to them and texts that look
     * like something sealed are left out as if they had never been.
     */
    List<TimelineLine> of(Viewer viewer, TicketNumber ticket);

    /** The dossiers registered to that number, those not returned first, at most 20; operators only. */
    List<Standing> dossiers(Viewer viewer, TicketNumber ticket);
}
