package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.complaint.Hearings;
import vn.mscore.hotline.shared.TicketNumber;

/** Writes into the log of a case who heard its answer, and whom nobody reached. */
@Singleton
public class HearingDesk implements Hearings {
    private final Complaints complaints;
    private final GivenAnswers answers;

    /** Joined by CDI. */
    @Inject
    HearingDesk(Complaints complaints, GivenAnswers answers) {
        this.complaints = complaints;
        this.answers = answers;
    }

    @Override
    public void heard(TicketNumber ticket, String actor) {
        waiting(ticket)
                .filter(complaint -> answers.heardOn(complaint).isEmpty())
                .ifPresent(complaint -> complaints.log(complaint, actor, "answer-heard"));
    }

    @Override
    public void missed(TicketNumber ticket, String actor) {
        waiting(ticket).ifPresent(complaint -> complaints.log(complaint, actor, "answer-missed"));
    }

    private Optional<Complaint> waiting(TicketNumber ticket) {
        return complaints
                .find(ticket)
                .filter(complaint -> complaint.state() == State.DA_TRA_LOI && !complaint.secret());
    }
}
