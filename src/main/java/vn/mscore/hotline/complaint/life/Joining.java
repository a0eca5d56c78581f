package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.Petitions.Petition;
import vn.mscore.hotline.shared.Reason;

/** Why a case is not merged into another: nothing graver goes into it, and who answers the one must be allowed to answer both. */
@Singleton
class Joining {
    private static final Reason CIRCLE =
            new Reason("case.circle", "phiếu kia đã gộp vào phiếu này / the other one is merged into this one");
    private static final Reason PETITION = new Reason(
            "case.merge-petition",
            "khiếu nại không gộp vào phiếu khác loại, đã có đơn ký thì không gộp: thời hạn của luật sẽ mất; hãy nối hai phiếu"
                    + " / a khiếu nại is merged into no other kind, and never once its paper is here: link them");
    private static final Reason URGENT = new Reason(
            "case.merge-urgent",
            "phiếu khẩn không gộp vào phiếu thường: gộp phiếu thường vào phiếu khẩn"
                    + " / what is urgent is not merged into what is not: merge the other into this one");

    private final Ties ties;
    private final Verifiers verifiers;
    private final Petitions petitions;

    @Inject
    Joining(Ties ties, Verifiers verifiers, Petitions petitions) {
        this.ties = ties;
        this.verifiers = verifiers;
        this.petitions = petitions;
    }

    Optional<Reason> refusal(Held held, Complaint into) {
        Complaint child = held.complaint();
        return Refusals.joining(into)
                .or(() -> Refusals.unless(!ties.isCircle(child, into), CIRCLE))
                .or(() -> Refusals.unless(!isLost(held, into), PETITION))
                .or(() -> Refusals.unless(into.urgent() || !child.urgent(), URGENT))
                .or(() -> verifiers.joining(child, into));
    }

    /** A term of the law ends with the merge, so does the guidance that a khiếu nại is owed. */
    private boolean isLost(Held held, Complaint into) {
        Complaint child = held.complaint();
        return child.kind() == ComplaintKind.COMPLAINT
                && (into.kind() != ComplaintKind.COMPLAINT
                        || petitions
                                .of(held.viewer(), child.ticket())
                                .flatMap(Petition::paperOn)
                                .isPresent());
    }
}
