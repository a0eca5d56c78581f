package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/**
 * Which office may answer a case together with everything merged into it: none that is complained about in any of them, and
 * none again whose answer the citizen was not content with.
 */
@Singleton
class Verifiers {
    private static final int HIGHEST = 12;
    private static final Reason REJECTED = new Reason(
            "case.rejected-office",
            "người dân chưa hài lòng với câu trả lời của đơn vị này: chuyển cấp trên hoặc tổ trực trả lời"
                    + " / the citizen is not content with the answer of this office: one above it answers, or the desk");
    private static final Reason MERGED = new Reason(
            "case.merged-accused",
            "phiếu đã gộp vào đây phản ánh đơn vị này, hoặc chưa rõ phản ánh đơn vị nào: tách phiếu đó ra trước"
                    + " / a case merged into this one is about this office, or nobody said about which: take it out first");
    private static final Reason JOINING = new Reason(
            "case.merge-accused",
            "đơn vị đang giữ phiếu kia bị phản ánh ở phiếu này, hoặc chưa rõ phản ánh đơn vị nào: không gộp"
                    + " / the office that has the other case is complained about here, or nobody said which one is");

    private static final Reason SPLIT = new Reason(
            "case.split-accused",
            "phần đã tách ra phản ánh đơn vị này, hoặc chưa rõ phản ánh đơn vị nào, mà lời gốc vẫn còn phần đó: chuyển nơi khác"
                    + " / what was split off is about this office, or nobody said about which, and still stands in these words");

    private final Receivers receivers;
    private final Ties ties;
    private final Rejected rejected;
    private final SplitOffs splitOffs;
    private final Routing routing;
    private final OfficesOfToday today;
    private final Units units;

    @Inject
    Verifiers(
            Receivers receivers,
            Ties ties,
            Rejected rejected,
            SplitOffs splitOffs,
            Routing routing,
            OfficesOfToday today,
            Units units) {
        this.splitOffs = splitOffs;
        this.receivers = receivers;
        this.ties = ties;
        this.rejected = rejected;
        this.routing = routing;
        this.today = today;
        this.units = units;
    }

    /** Why {@code unit} may not get a classified case. */
    Optional<Reason> refusal(Complaint complaint, UnitCode unit) {
        return receivers
                .refusal(complaint, unit)
                .or(() -> Refusals.unless(!isRejected(complaint, unit), REJECTED))
                .or(() -> Refusals.unless(mayAnswerMerged(complaint, unit), MERGED))
                .or(() -> Refusals.unless(mayReadSplitOff(complaint, unit), SPLIT));
    }

    /** Why {@code child} may not be answered together with {@code head} by the office that has it. */
    Optional<Reason> joining(Complaint child, Complaint head) {
        return head.unit().flatMap(unit -> Refusals.unless(!isRejected(child, unit), REJECTED)
                .or(() -> Refusals.unless(receivers.mayVerify(child, unit) && mayAnswerMerged(child, unit), JOINING)));
    }

    private boolean mayAnswerMerged(Complaint complaint, UnitCode unit) {
        return ties.mergedInto(complaint).stream()
                .allMatch(merged -> receivers.mayVerify(merged, unit) && !isRejected(merged, unit));
    }

    /** The words of the first case stay whole: who has it reads the part that was split off. */
    private boolean mayReadSplitOff(Complaint complaint, UnitCode unit) {
        return splitOffs.of(complaint).stream().allMatch(part -> receivers.mayVerify(part, unit));
    }

    /** The office of today, or one below it; where none is above it, others look at what it answered. */
    private boolean isRejected(Complaint complaint, UnitCode unit) {
        return rejected.of(complaint).stream().anyMatch(by -> {
            UnitCode now = today.standsFor(by, complaint.category());
            return parent(now).isEmpty()
                    ? now.equals(unit)
                    : routing.isPartOf(receivers.category(complaint), now, unit);
        });
    }

    /** Its answer is not the last word: none below it has another. */
    void reject(Complaint complaint, UnitCode unit) {
        rejected.add(complaint, unit);
    }

    /** The next office of today above the one that answered that may take the case; empty where only the desk is above. */
    Optional<UnitCode> above(Complaint complaint, UnitCode answeredBy) {
        String field = complaint.category();
        return Stream.iterate(
                        parent(today.standsFor(answeredBy, field)), Optional::isPresent, at -> at.flatMap(this::parent))
                .limit(HIGHEST)
                .map(at -> today.standsFor(at.orElseThrow(), field))
                .filter(at -> refusal(complaint, at).isEmpty())
                .findFirst();
    }

    private Optional<UnitCode> parent(UnitCode unit) {
        return units.find(unit).flatMap(Unit::parent);
    }
}
