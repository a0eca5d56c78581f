package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectDesk.Said;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.SubjectAccess;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** The deeds of a request about one's own data: each checks the right and writes the audit trail. */
@Singleton
public class DataDesk {
    static final Reason UNKNOWN = new Reason("request.unknown", "Không có yêu cầu này. / There is no such request.");

    private final SubjectDesk requests;
    private final SubjectAccess own;
    private final SecretWords secret;
    private final AuditTrail audit;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    DataDesk(SubjectDesk requests, SubjectAccess own, SecretWords secret, AuditTrail audit, InTransaction transaction) {
        this.requests = requests;
        this.own = own;
        this.secret = secret;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Does one thing with a request and writes it down; not for who is kept off, which is asked once and written down. */
    Optional<Reason> carryOut(
            Viewer viewer, String number, String deed, BiFunction<SubjectRequest, String, Optional<Reason>> work) {
        return transaction.call(() -> find(viewer, number)
                .map(request -> {
                    Optional<Reason> refused =
                            own.against(viewer, request.phone()).or(() -> work.apply(request, viewer.login()));
                    if (refused.isEmpty()) {
                        audit.note(viewer, "data-request." + deed, number, cameOf(request));
                    }
                    return refused;
                })
                .orElse(Optional.of(UNKNOWN)));
    }

    /** The new day where a deed moved it, of one that ended how; not the words of its note, which lie sealed with it. */
    private String cameOf(SubjectRequest before) {
        return requests.find(before.number())
                .map(after -> after.outcome()
                        .map(outcome -> outcome + (after.note().isEmpty() ? "" : ", note"))
                        .orElseGet(() -> moved(before.completeBy(), after.completeBy())))
                .orElse("");
    }

    private static String moved(LocalDate before, LocalDate after) {
        return after.equals(before) ? "" : after.toString();
    }

    private Optional<SubjectRequest> find(Viewer viewer, String number) {
        return viewer.is(Role.OPERATOR) ? requests.find(number) : Optional.empty();
    }

    /** Everything this number said to us and we to it, nothing sealed; not for who is kept off, which is written down. */
    Optional<SubjectAccess.Own> export(Viewer viewer, String number) {
        return transaction.call(() -> find(viewer, number).map(request -> {
            SubjectAccess.Own all = own.of(viewer, request.phone());
            if (all.refusal().isEmpty()) {
                audit.note(viewer, "data-request.exported", number, all.lines().size() + " rows");
            }
            return all;
        }));
    }

    /** A request of somebody who has no case about an office that the viewer is related with. */
    private Optional<SubjectRequest> unrelated(Viewer viewer, String number) {
        return find(viewer, number)
                .filter(request -> own.against(viewer, request.phone()).isEmpty());
    }

    /** Why {@code viewer} reads nothing of it; written down each time it is asked. */
    Optional<Reason> against(Viewer viewer, SubjectRequest request) {
        return own.against(viewer, request.phone());
    }

    /** What was said, oldest first; of words of the sealed lane no more than the wish. */
    List<Said> words(SubjectRequest request) {
        return requests.words(request).stream()
                .map(said -> secret.areIn(said.text()) ? said.onlyTheWish() : said)
                .toList();
    }

    /** The number in clear, written to the audit trail; none for who is kept off. */
    Optional<PhoneNumber> reveal(Viewer viewer, String number) {
        return transaction.call(() -> unrelated(viewer, number).map(request -> {
            audit.note(viewer, "phone.revealed", "request " + number, "");
            return request.phone();
        }));
    }

    /** The telephone numbers that are covered in the words of a request, whole, written to the audit trail. */
    Set<String> revealSpoken(Viewer viewer, String number) {
        return transaction.call(() -> {
            Set<String> numbers = new LinkedHashSet<>();
            unrelated(viewer, number)
                    .ifPresent(request -> words(request).forEach(said -> numbers.addAll(Shown.numbers(said.text()))));
            if (!numbers.isEmpty()) {
                audit.note(viewer, "phone.spoken-revealed", "request " + number, "");
            }
            return numbers;
        });
    }
}
