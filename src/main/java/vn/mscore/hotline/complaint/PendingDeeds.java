package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Decisions that wait for their undo window. Needs a transaction. */
public interface PendingDeeds {
    /** What waits for this case. */
    Optional<Pending> of(TicketNumber ticket);

    /** What of it {@code viewer} may see and take back: operators everything, officers and leaders their own. */
    default Optional<Pending> of(Viewer viewer, TicketNumber ticket) {
        return switch (viewer.role()) {
            case OPERATOR -> own(viewer.login(), ticket).or(() -> of(ticket));
            case OFFICER, LEADER -> own(viewer.login(), ticket);
            default -> Optional.empty();
        };
    }

    /** What waits for this case and was decided by the account {@code login}. */
    Optional<Pending> own(String login, TicketNumber ticket);

    /**
     * A decision not yet carried out: the screen counts down to {@code leavesAt}.
     *
     * @param words what was written for it; only for whoever wrote it, to go on from when it is taken back
     * @param bySms whether these words go to the citizen as a text
     */
    record Pending(
            CaseCommand command,
            Optional<UnitCode> unit,
            Instant leavesAt,
            String by,
            Optional<String> words,
            boolean bySms) {}
}
