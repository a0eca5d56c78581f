package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.life.Followers;
import vn.mscore.hotline.complaint.life.Undone;

/** What a citizen says his "KN" is: his word stands, whatever the desk has made of it while he was asked. */
@Singleton
class ChosenKind {
    private static final Set<ComplaintKind> CHOICES = EnumSet.of(ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT);
    private static final Set<State> AT_THE_DESK = EnumSet.of(State.MOI, State.PHAN_LOAI);

    private final Complaints complaints;
    private final Clocks clocks;
    private final CaseTime time;
    private final Undone undone;
    private final Followers followers;

    @Inject
    ChosenKind(Complaints complaints, Clocks clocks, CaseTime time, Undone undone, Followers followers) {
        this.followers = followers;
        this.complaints = complaints;
        this.clocks = clocks;
        this.time = time;
        this.undone = undone;
    }

    /** Makes it so; false, and nothing written, when it is sealed or ended, or its signed paper came. */
    boolean settle(Complaint complaint, ComplaintKind kind) {
        boolean may = CHOICES.contains(kind) && complaint.state().isWorkedOn() && !complaint.secret();
        if (!may || complaint.kind() == kind) {
            return may;
        }
        List<Reading> running = time.clocks(complaint.ticket());
        if (running.stream().map(Reading::step).anyMatch(Step::isSigned)) {
            return false;
        }
        LocalDate day = promised(running).orElse(complaint.due());
        Classification chosen = clocks.chosen(kind, complaint, day);
        complaints.classify(complaint, chosen);
        if (kind == ComplaintKind.COMPLAINT) {
            backToDesk(complaint);
        }
        return true;
    }

    /** Without the pauses, which the clock counts by itself. */
    private static Optional<LocalDate> promised(List<Reading> running) {
        return running.stream()
                .filter(reading -> reading.step().told())
                .map(Reading::originalDay)
                .findFirst();
    }

    /** Who guides the citizen is the desk, and the office may be the one complained about; nobody waits for his papers with him. */
    private void backToDesk(Complaint complaint) {
        followers.comeBack(complaint, CaseLog.CITIZEN);
        undone.dropIfWaiting(complaint, CaseLog.CITIZEN);
        if (!AT_THE_DESK.contains(complaint.state())) {
            complaints.handBack(
                    complaint, Complaints.Step.to(State.PHAN_LOAI, complaint, CaseLog.CITIZEN, "back-to-desk"));
        }
    }
}
