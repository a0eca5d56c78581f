package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * "Đưa vào chất vấn, giám sát": cases that the delegates of an area put forward (R15). The list belongs to the area. Each
 * opens its own transaction and is written in the audit trail.
 */
public interface QuestionMarks {
    /** Puts a case forward; again is no change. Refusal {@code question.unknown} for what the viewer does not see. */
    Optional<Reason> mark(Viewer viewer, TicketNumber ticket);

    /** Takes it from the list. Refusal {@code question.unknown} when it is not there. */
    Optional<Reason> unmark(Viewer viewer, TicketNumber ticket);
}
