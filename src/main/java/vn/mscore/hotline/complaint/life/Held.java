package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints.Step;

/**
 * A case that a command may be done to: seen, in the right state and version, and locked.
 *
 * @param next the state the table tells
 */
public record Held(CaseCommand command, Viewer viewer, Complaint complaint, State next) {
    /** The step of the table, logged under the viewer's name. */
    public Step step() {
        return Step.to(next, complaint, viewer.login(), command.code());
    }
}
