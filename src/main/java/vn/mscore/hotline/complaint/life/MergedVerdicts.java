package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.Satisfaction;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * What a citizen says of an answer that his case got with the one it is merged into (ADR 45): with a "no" his own case comes
 * out of the merge and opens again above the office that answered; nobody else's moves.
 */
@Singleton
class MergedVerdicts {
    private final Complaints complaints;
    private final GivenAnswers answers;
    private final Merges merges;
    private final Ties ties;
    private final Reopening reopening;

    @Inject
    MergedVerdicts(Complaints complaints, GivenAnswers answers, Merges merges, Ties ties, Reopening reopening) {
        this.complaints = complaints;
        this.answers = answers;
        this.merges = merges;
        this.ties = ties;
        this.reopening = reopening;
    }

    /** The day of the answer that its citizen may judge; empty while the head is worked on again, or is his as well. */
    Optional<LocalDate> awaitedSince(Complaint merged) {
        return answers.togetherUnjudged(merged)
                .filter(day -> merges.speaks(merged))
                .filter(day -> !isWorkedOnAgain(merged));
    }

    /** Whether the case it is merged into is worked on: what was answered with it is not the last word. */
    boolean isWorkedOnAgain(Complaint merged) {
        return merged.state() == State.TRUNG
                && head(merged).filter(head -> head.state().isWorkedOn()).isPresent();
    }

    /** What he says meanwhile is written down and is no verdict: there is nothing to open, and he is asked again. */
    void note(Complaint merged, boolean yes) {
        if (isWorkedOnAgain(merged) && answers.togetherUnjudged(merged).isPresent()) {
            complaints.log(merged, CaseLog.CITIZEN, yes ? "satisfied-meanwhile" : "unsatisfied-meanwhile");
        }
    }

    private Optional<Complaint> head(Complaint merged) {
        return merges.headOf(merged.id()).flatMap(complaints::see);
    }

    /** Whether its citizen can be heard: what is in no merge has its own rules. */
    boolean hears(Complaint complaint) {
        return complaint.state() != State.TRUNG || awaitedSince(complaint).isPresent();
    }

    /** Locks the head before its merged case, in the order in which they are answered. */
    void lockHead(TicketNumber ticket) {
        complaints.see(ticket).map(Complaint::id).ifPresent(this::lockHead);
    }

    /** The same of a row that may be in no merge. */
    void lockHead(long id) {
        merges.headOf(id).ifPresent(complaints::find);
    }

    /** What the citizen says himself. */
    Satisfaction judge(Complaint merged, boolean yes) {
        complaints.log(merged, CaseLog.CITIZEN, yes ? "satisfied" : "unsatisfied");
        return follow(merged, yes, CaseLog.CITIZEN);
    }

    /** What he told {@code login} by telephone or in person. */
    void judgeFor(Complaint merged, boolean yes, String login) {
        complaints.log(merged, login, yes ? "satisfied-told" : "unsatisfied-told");
        follow(merged, yes, login);
    }

    private Satisfaction follow(Complaint merged, boolean yes, String actor) {
        if (yes || !reopening.mayStill(merged)) {
            return new Satisfaction(false, merged.due());
        }
        Optional<Complaint> head = head(merged);
        merges.comeOut(merged, actor);
        Complaint own = complaints.byId(merged.id()).orElseThrow();
        head.ifPresent(left -> leave(own, left, actor));
        Optional<UnitCode> answeredBy = head.map(Complaint::unit).orElseGet(own::unit);
        return new Satisfaction(true, reopening.reopen(complaints.byId(own.id()).orElseThrow(), answeredBy, actor));
    }

    /** Who reads one of them finds the other; what nobody had sorted is what it was merged into. */
    private void leave(Complaint own, Complaint head, String actor) {
        ties.link(own, head, actor);
        if (!own.classified()) {
            ComplaintKind kind = own.kind() == ComplaintKind.UNCLASSIFIED ? head.kind() : own.kind();
            complaints.classify(
                    own,
                    new Classification(
                            kind, head.category(), own.due(), Optional.empty(), head.classified(), "gateway"));
        }
    }
}
