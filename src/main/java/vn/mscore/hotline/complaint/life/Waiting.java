package vn.mscore.hotline.complaint.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: decisions within their undo window, one for a case at most. Needs a transaction. */
public interface Waiting {
    /** What waits for a case. */
    Optional<Deed> find(Complaint complaint);

    /** Lets it wait until {@code leavesAt}. */
    void put(Complaint complaint, Deed deed);

    /** Forgets it. */
    void remove(Complaint complaint);

    /** The rows of cases whose window has passed, oldest first. */
    List<Long> due(Instant now, int limit);

    /**
     * A decision.
     *
     * @param unit where to
     * @param words what the citizen is told, or the office it goes to
     * @param bySms whether the words themselves go out by text
     * @param days working days of an extension, 0 for everything else
     */
    record Deed(
            CaseCommand command,
            Optional<UnitCode> unit,
            Optional<String> words,
            boolean bySms,
            int days,
            By by,
            Instant leavesAt) {}

    /**
     * Who decided.
     *
     * @param account row id, 0 for who decided before it was kept
     */
    record By(long account, String login, String name, Role role) {
        /** That is {@code viewer}. */
        static By of(Viewer viewer) {
            return new By(viewer.account(), viewer.login(), viewer.name(), viewer.role());
        }
    }
}
