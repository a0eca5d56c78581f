package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines.OpenQuestion;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.shared.PhoneNumber;

/** The question whether an answer satisfied, as long as the case waits for it: also when a later question took its place. */
@Singleton
class Verdicts {
    private final ComplaintStatus status;
    private final Clock clock;

    @Inject
    Verdicts(ComplaintStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    /** The question about the only answered ticket of a number; empty when none or more than one waits. */
    Optional<OpenQuestion> awaited(PhoneNumber phone) {
        Instant now = clock.instant();
        return status.awaitingVerdict(phone)
                .map(ticket -> new Question(Question.Kind.SATISFIED, ticket.digits()))
                .map(question -> new OpenQuestion(question, now, now));
    }
}
