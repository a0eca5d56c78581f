package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Apologize;
import vn.mscore.hotline.complaint.ApologyMade;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.dossier.Reappointment;
import vn.mscore.hotline.dossier.Reappointment.By;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.unit.Units;

/** Apologises for the dossier a case is about. */
@Singleton
public class ApologyDesk implements Apologize {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Gate gate;
    private final Reappointment appointments;
    private final Written written;
    private final Complaints complaints;
    private final Units units;
    private final Facts facts;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    ApologyDesk(
            Gate gate,
            Reappointment appointments,
            Written written,
            Complaints complaints,
            Units units,
            Facts facts,
            Clock clock) {
        this.facts = facts;
        this.gate = gate;
        this.appointments = appointments;
        this.written = written;
        this.complaints = complaints;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Decision apologize(Grip grip, LocalDate newDay, String reason) {
        return gate.pass(CaseCommand.APOLOGIZE, grip, held -> {
            Optional<Reason> refusal = Refusals.words(reason).or(() -> reappoint(held, newDay, reason));
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, reason);
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
                tell(held.complaint());
            }
            return refusal;
        });
    }

    private void tell(Complaint complaint) {
        complaint.phone().ifPresent(phone -> facts.tell(new ApologyMade(complaint.ticket(), phone)));
    }

    private Optional<Reason> reappoint(Held held, LocalDate newDay, String reason) {
        return held.complaint()
                .about()
                .map(code -> appointments.reappoint(code, newDay, reason, by(held.viewer())))
                .orElseGet(() -> Refusals.because("dossier.none", "phiếu không gắn hồ sơ nào / no dossier is named"));
    }

    private By by(Viewer viewer) {
        if (viewer.is(Role.OPERATOR)) {
            return By.THE_DESK;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        return By.of(viewer.unit()
                .map(unit -> units.answersFor(unit, viewer.is(Role.LEADER), today))
                .orElse(Set.of()));
    }
}
