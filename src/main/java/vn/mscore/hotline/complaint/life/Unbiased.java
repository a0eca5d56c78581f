package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** Keeps people of the desk off cases about offices they are related with; every try is written down (security R12). */
@Singleton
public class Unbiased implements Impartial {
    private static final Set<CaseCommand> ALWAYS = Set.of(CaseCommand.RELEASE, CaseCommand.UNDO);

    private final Interests interests;
    private final Receivers receivers;
    private final AuditTrail audit;

    /** Joined by CDI. */
    @Inject
    Unbiased(Interests interests, Receivers receivers, AuditTrail audit) {
        this.interests = interests;
        this.receivers = receivers;
        this.audit = audit;
    }

    Optional<Reason> refusal(CaseCommand command, Viewer viewer, Complaint complaint) {
        if (ALWAYS.contains(command)) {
            return Optional.empty();
        }
        return against(viewer, Matter.of(complaint), command.code());
    }

    @Override
    public Optional<Reason> against(Viewer viewer, Matter matter, String tried) {
        if (interests.of(viewer).isEmpty()) {
            return Optional.empty();
        }
        List<UnitCode> offices = Stream.concat(receivers.office(matter.about()).stream(), matter.unit().stream())
                .toList();
        Optional<Reason> against = interests.against(viewer, offices);
        against.ifPresent(
                reason -> audit.note(viewer, "case.blocked", matter.ticket().digits(), tried));
        return against;
    }
}
