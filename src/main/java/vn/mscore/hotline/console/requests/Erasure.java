package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.complaint.SubjectAccess;
import vn.mscore.hotline.shared.Reason;

/** Erases what may be erased, which nothing brings back: only where it was asked for, the citizen was called and the clerk is sure. */
@Singleton
public class Erasure {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;
    private static final Reason STATE = new Reason(
            "request.state",
            "Yêu cầu đã kết thúc, không xóa được nữa. / This request is completed: nothing is erased for it.");
    private static final Reason NOT_ASKED = new Reason(
            "request.no-erasure",
            "Người dân chưa yêu cầu xóa. Nếu họ muốn, ghi thêm yêu cầu xóa rồi mới xóa. / The citizen has not asked for"
                    + " erasure. If that is wanted, enter it first.");
    private static final Reason UNVERIFIED = new Reason(
            "request.unverified",
            "Gọi xác minh và bấm Đã xác nhận trước khi xóa: số gửi tin có thể bị giả. / Call to verify and acknowledge"
                    + " before erasing: a sender can be forged.");
    private static final Reason STEP_UP =
            new Reason("request.step-up", "Nhập lại mã xác thực trước khi xóa. / Give a fresh code before erasing.");
    private static final Reason WHY =
            new Reason("request.erase-reason", "Ghi lý do từ 10 đến 500 ký tự. / Say why in 10 to 500 characters.");
    private static final Reason TYPED = new Reason(
            "request.erase-number", "Gõ đúng số của yêu cầu để xác nhận. / Type the number of the request to confirm.");
    private static final Set<Reason> MENDABLE = Set.of(STEP_UP, WHY, TYPED);

    private final DataDesk desk;
    private final SubjectDesk requests;
    private final OwnRows rows;
    private final SubjectAccess own;
    private final AuditTrail audit;

    /** Joined by CDI. */
    @Inject
    Erasure(DataDesk desk, SubjectDesk requests, OwnRows rows, SubjectAccess own, AuditTrail audit) {
        this.desk = desk;
        this.requests = requests;
        this.rows = rows;
        this.own = own;
        this.audit = audit;
    }

    /** Why, and the number of the request as it was typed again. */
    record Sure(String why, String typed) {}

    /** Why nothing may be erased for {@code request} by {@code viewer}, whatever he types. Needs a transaction. */
    Optional<Reason> against(Viewer viewer, SubjectRequest request) {
        return unfit(request).or(() -> own.against(viewer, request.phone()));
    }

    /** Whether another try may do after this refusal of {@link #erase}. */
    static boolean isMendable(Reason refused) {
        return MENDABLE.contains(refused);
    }

    /** Why nothing may be erased for it, by anybody. */
    private Optional<Reason> unfit(SubjectRequest request) {
        return unless(request.completed().isEmpty(), STATE)
                .or(() -> unless(isAsked(request), NOT_ASKED))
                .or(() -> unless(request.acknowledged().isPresent(), UNVERIFIED));
    }

    private boolean isAsked(SubjectRequest request) {
        return requests.words(request).stream().anyMatch(said -> said.wish() == SubjectWish.ERASURE);
    }

    /** Erases, and writes down why and how much. */
    Optional<Reason> erase(Viewer viewer, String number, Sure sure) {
        return desk.carryOut(viewer, number, "erased", (request, by) -> unfit(request)
                .or(() -> unless(viewer.stepUpFresh(), STEP_UP))
                .or(() -> unless(isLongEnough(sure.why()), WHY))
                .or(() -> unless(sure.typed().strip().equals(number), TYPED))
                .or(() -> requests.erased(request, by))
                .or(() -> {
                    int erased = rows.erase(request.phone()).all();
                    audit.note(viewer, "data-request.rows", number, Integer.toString(erased));
                    audit.note(
                            viewer,
                            "data-request.erase-reason",
                            number,
                            sure.why().strip());
                    return Optional.empty();
                }));
    }

    private static boolean isLongEnough(String why) {
        int length = why.strip().length();
        return length >= SHORTEST && length <= LONGEST;
    }

    private static Optional<Reason> unless(boolean fits, Reason reason) {
        return fits ? Optional.empty() : Optional.of(reason);
    }
}
