package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.shared.Reason;

/** Why a case is not merged into another: nothing graver goes into it, and who answers the one must be allowed to answer both. */
@Singleton
class Joining {
    private static final Reason CIRCLE =
            new Reason("case.circle", "phiếu kia đã gộp vào phiếu này / the other one is merged into this one");
    private static final Reason PETITION = new Reason(
            "case.merge-petition",
            "khiếu nại, kể cả chưa rõ kiến nghị hay khiếu nại, không gộp: mỗi người có thời hạn riêng theo luật; hãy nối hai phiếu"
                    + " / nothing is merged with a khiếu nại, or what may be one: each has terms of its own: link them");
    private static final Reason URGENT = new Reason(
            "case.merge-urgent",
            "phiếu khẩn không gộp vào phiếu thường: gộp phiếu thường vào phiếu khẩn"
                    + " / what is urgent is not merged into what is not: merge the other into this one");

    private final Ties ties;
    private final Verifiers verifiers;

    @Inject
    Joining(Ties ties, Verifiers verifiers) {
        this.ties = ties;
        this.verifiers = verifiers;
    }

    Optional<Reason> refusal(Held held, Complaint into) {
        Complaint child = held.complaint();
        return Refusals.joining(into)
                .or(() -> Refusals.unless(!ties.isCircle(child, into), CIRCLE))
                .or(() -> Refusals.unless(!mayBePetition(child) && !mayBePetition(into), PETITION))
                .or(() -> Refusals.unless(into.urgent() || !child.urgent(), URGENT))
                .or(() -> verifiers.joining(child, into));
    }

    /** Why a case in which others are does not become one that nothing is merged with. */
    Optional<Reason> becoming(Complaint head, ComplaintKind kind) {
        return Refusals.unless(!mayBePetition(kind) || ties.mergedInto(head).isEmpty(), PETITION);
    }

    private static boolean mayBePetition(Complaint complaint) {
        return mayBePetition(complaint.kind());
    }

    private static boolean mayBePetition(ComplaintKind kind) {
        return kind == ComplaintKind.COMPLAINT || kind == ComplaintKind.SUGGESTION_OR_COMPLAINT;
    }
}
