package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.Apologize;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.dossier.Reappointment;
import vn.mscore.hotline.shared.Reason;

/** Apologises for the dossier a case is about. */
@Singleton
public class ApologyDesk implements Apologize {
    private final Gate gate;
    private final Reappointment appointments;
    private final Written written;
    private final Complaints complaints;

    /** Joined by CDI. */
    @Inject
    ApologyDesk(Gate gate, Reappointment appointments, Written written, Complaints complaints) {
        this.gate = gate;
        this.appointments = appointments;
        this.written = written;
        this.complaints = complaints;
    }

    @Override
    public Decision apologize(Grip grip, LocalDate newDay, String reason) {
        return gate.pass(CaseCommand.APOLOGIZE, grip, held -> {
            Optional<Reason> refusal = Refusals.words(reason).or(() -> reappoint(held, newDay, reason));
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, reason);
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
            }
            return refusal;
        });
    }

    private Optional<Reason> reappoint(Held held, LocalDate newDay, String reason) {
        return held.complaint()
                .about()
                .map(code -> appointments.reappoint(code, newDay, reason))
                .orElseGet(() -> Refusals.because("dossier.none", "phiếu không gắn hồ sơ nào / no dossier is named"));
    }
}
