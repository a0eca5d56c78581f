package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.AnswerComplaint;
import vn.mscore.hotline.complaint.AssignComplaint;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Decisions carried out at once, without screen and undo window: for programs, and for what was decided elsewhere. */
@Singleton
public class OperatorDecisions implements AssignComplaint, AnswerComplaint {
    private static final Reason UNKNOWN = new Reason("complaint.unknown", "there is no such ticket");

    private final Complaints complaints;
    private final Categories categories;
    private final Deadlines deadlines;
    private final Receivers receivers;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    OperatorDecisions(
            Complaints complaints, Categories categories, Deadlines deadlines, Receivers receivers, Deeds deeds) {
        this.complaints = complaints;
        this.categories = categories;
        this.deadlines = deadlines;
        this.receivers = receivers;
        this.deeds = deeds;
    }

    @Override
    public Optional<Reason> assign(Assignment assignment) {
        Optional<Complaint> found = complaints.find(assignment.ticket()).filter(complaint -> !complaint.secret());
        Optional<Category> category = categories.byCode(assignment.category());
        if (found.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        if (category.isEmpty() || assignment.kind() == ComplaintKind.UNCLASSIFIED) {
            return refused("complaint.category", "a ticket is classified under a kind and a category of the table");
        }
        if (category.get().secret() || assignment.kind() == ComplaintKind.DENUNCIATION) {
            complaints.hide(found.get(), assignment.operator());
            return Optional.empty();
        }
        return route(found.get(), category.get(), assignment);
    }

    private Optional<Reason> route(Complaint complaint, Category category, Assignment assignment) {
        if (!complaint.isOpen()) {
            return refused("complaint.closed", "this ticket is closed");
        }
        Optional<Reason> refusal = receivers.refusal(complaint, category, assignment.unit());
        if (refusal.isEmpty()) {
            Deadlines.Answer answer = deadlines.answer(complaint, assignment.kind(), category.code());
            complaints.classify(
                    complaint,
                    new Classification(
                            assignment.kind(),
                            category.code(),
                            answer.due(),
                            answer.since(),
                            true,
                            assignment.operator()));
            deeds.route(complaint, assignment.unit(), answer.due(), assignment.operator());
        }
        return refusal;
    }

    @Override
    public Optional<Reason> answer(TicketNumber ticket, String text, String operator) {
        Optional<Complaint> found = complaints.find(ticket).filter(complaint -> !complaint.secret());
        if (found.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        State state = found.get().state();
        if (state != State.DA_CHUYEN && state != State.DANG_XU_LY && state != State.MO_LAI) {
            return refused("complaint.not-routed", "this ticket is not with an office");
        }
        deeds.answer(found.get(), Waiting.Deed.answer(text, operator));
        return Optional.empty();
    }

    private static Optional<Reason> refused(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }
}
