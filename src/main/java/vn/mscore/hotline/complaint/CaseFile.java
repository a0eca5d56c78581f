package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** One case, as much of it as the viewer may see. Needs a transaction. */
public interface CaseFile {
    /**
     * Empty for cases of others, sealed ones and tickets that never were alike; and for cases about an office the viewer is
     * related with or whose words name him, which is written down as {@code case.blocked}.
     */
    Optional<CaseView> of(Viewer viewer, TicketNumber ticket);

    /**
     * What {@link #of} leaves out since it is older, page by page.
     *
     * @param page 1 for what stands right before, at most 1000; pages beyond the oldest are empty
     */
    Optional<CaseView.Past> earlier(Viewer viewer, TicketNumber ticket, int page);

    /** The caller's number in clear, for operators; writes {@code phone.revealed} to the audit trail. */
    Optional<PhoneNumber> reveal(Viewer viewer, TicketNumber ticket);
}
