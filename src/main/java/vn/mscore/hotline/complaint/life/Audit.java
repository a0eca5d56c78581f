package vn.mscore.hotline.complaint.life;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.shared.TicketNumber;

/** Writes commands into the audit trail of the house, in the command's transaction. */
@Singleton
class Audit {
    private final Instance<AuditTrail> trail;

    @Inject
    Audit(Instance<AuditTrail> trail) {
        this.trail = trail;
    }

    void note(Viewer viewer, CaseCommand command, TicketNumber ticket) {
        note(viewer, command.code(), ticket);
    }

    void note(Viewer viewer, String deed, TicketNumber ticket) {
        if (trail.isResolvable()) {
            trail.get().note(viewer, "case." + deed, ticket.digits(), "");
        }
    }
}
