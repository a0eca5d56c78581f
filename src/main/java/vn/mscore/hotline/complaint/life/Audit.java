package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.shared.TicketNumber;

/** Writes commands into the audit trail of the house, in the command's transaction. */
@Singleton
class Audit {
    private final AuditTrail trail;

    @Inject
    Audit(AuditTrail trail) {
        this.trail = trail;
    }

    void note(Viewer viewer, CaseCommand command, TicketNumber ticket) {
        note(viewer, command.code(), ticket);
    }

    void note(Viewer viewer, String deed, TicketNumber ticket) {
        trail.note(viewer, "case." + deed, ticket.digits(), "");
    }
}
