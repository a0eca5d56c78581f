package vn.mscore.hotline.complaint.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.complaint.life.Reach;
import vn.mscore.hotline.complaint.life.Refusals;
import vn.mscore.hotline.complaint.life.Written;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** The one door to a khiếu nại: who may, on which version; and how what was done is written down. */
@Singleton
class PetitionDoor {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Reason ORDER = new Reason(
            "petition.order",
            "Bước trước chưa xong hoặc bước này đã xong. / A step before is missing, or this is done.");
    static final Reason DAY = new Reason("petition.day", "Ngày không hợp lệ. / This day cannot be.");
    private static final Reason UNKNOWN =
            new Reason("petition.unknown", "Không có khiếu nại này. / There is no such complaint.");

    private final Complaints complaints;
    private final Reach reach;
    private final Impartial impartial;
    private final Written written;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PetitionDoor(
            Complaints complaints, Reach reach, Impartial impartial, Written written, AuditTrail audit, Clock clock) {
        this.complaints = complaints;
        this.reach = reach;
        this.impartial = impartial;
        this.written = written;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Complaint> find(Viewer viewer, TicketNumber ticket) {
        boolean seen = viewer.is(Role.OPERATOR) && reach.covers(viewer, ticket);
        return (seen ? complaints.find(ticket) : Optional.<Complaint>empty())
                .filter(complaint -> !complaint.secret())
                .filter(complaint -> complaint.kind() == ComplaintKind.COMPLAINT);
    }

    Optional<Reason> with(Grip grip, Function<Complaint, Optional<Reason>> work) {
        return find(grip.viewer(), grip.ticket())
                .map(complaint -> impartial
                        .against(grip.viewer(), Matter.of(complaint), "petition")
                        .or(() -> complaint.version() == grip.version()
                                ? work.apply(complaint)
                                : Optional.of(Refusals.MOVED_ON)))
                .orElse(Optional.of(UNKNOWN));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /** Says it among the notes of the case, unless it says nothing. */
    void note(Viewer viewer, Complaint complaint, String words) {
        if (!words.isBlank()) {
            written.add(new Held(CaseCommand.NOTE, viewer, complaint, complaint.state()), Kind.NOTE, words.strip());
        }
    }

    Optional<Reason> done(Viewer viewer, Complaint complaint, String why, String deed) {
        complaints.log(complaint, viewer.login(), deed);
        audit.note(viewer, deed, complaint.ticket().digits(), why);
        return Optional.empty();
    }

    /** The same, and a case nobody works on any more is at the desk again, at its level: that is no reopening. */
    Optional<Reason> alive(Viewer viewer, Complaint complaint, String deed) {
        if (complaint.state().isWorkedOn()) {
            return done(viewer, complaint, "", deed);
        }
        complaints.handBack(complaint, Step.to(State.PHAN_LOAI, complaint, viewer.login(), deed));
        audit.note(viewer, deed, complaint.ticket().digits(), "");
        return Optional.empty();
    }
}
