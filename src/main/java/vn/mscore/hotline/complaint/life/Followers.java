package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.complaint.life.Waiting.Deed;

/**
 * What becomes of the cases merged into one that ends without a new answer: none of them waits for nothing. Those answered
 * together with it before stay as they are, and so do those whose words are erased.
 */
@Singleton
public class Followers {
    /** No office had it, no answer was given: as the one that ends. */
    private static final Set<State> AT_THE_DESK = Set.of(State.MOI, State.PHAN_LOAI);

    private final Complaints complaints;
    private final Ties ties;
    private final GivenAnswers answers;
    private final Unbiased unbiased;
    private final Unread unread;
    private final ErasedWords erased;

    /** Joined by CDI. */
    @Inject
    Followers(
            Complaints complaints,
            Ties ties,
            GivenAnswers answers,
            Unbiased unbiased,
            Unread unread,
            ErasedWords erased) {
        this.erased = erased;
        this.unread = unread;
        this.complaints = complaints;
        this.ties = ties;
        this.answers = answers;
        this.unbiased = unbiased;
    }

    /**
     * Gives each its life back, as it was before the merge and together with what was merged into it; returns them. Who
     * withdraws his own words speaks for nobody else.
     */
    public List<Complaint> comeBack(Complaint ended, String actor) {
        return comeBack(ties.mergedDirectlyInto(ended), actor);
    }

    /** Those merged into a case, directly or not, that wait for an answer with it. */
    List<Complaint> waiting(Complaint head) {
        return ties.mergedInto(head).stream()
                .filter(merged -> answers.newest(merged).isEmpty() && !erased.isErased(merged))
                .toList();
    }

    private List<Complaint> comeBack(List<Complaint> followers, String actor) {
        return followers.stream()
                .filter(merged -> answers.newest(merged).isEmpty() && !erased.isErased(merged))
                .filter(merged -> ties.unmerge(merged, actor))
                .flatMap(merged -> complaints.byId(merged.id()).stream())
                .toList();
    }

    /** Gives each its life back, and returns those that end with it; where words wait that nobody has read it is decided by itself. */
    List<Complaint> endingWith(Deed deed, Complaint ended) {
        List<Complaint> merged = ties.mergedDirectlyInto(ended);
        Set<Long> unreadOnes =
                merged.stream().filter(unread::waits).map(Complaint::id).collect(Collectors.toSet());
        return comeBack(merged, deed.by().login()).stream()
                .filter(back -> !unreadOnes.contains(back.id()) && endsAlike(deed, ended, back))
                .toList();
    }

    /**
     * Whether {@code back}, merged into {@code ended} until now, ends as it did and hears the same: at the desk, nothing
     * graver than what was decided, and about no office the one who decided is related with. All others are decided by themselves.
     */
    private boolean endsAlike(Deed deed, Complaint ended, Complaint back) {
        Viewer viewer = Together.as(deed.by(), ended);
        return AT_THE_DESK.contains(back.state())
                && !back.secret()
                && (back.kind() == ended.kind() || back.kind() == ComplaintKind.UNCLASSIFIED)
                && (ended.urgent() || !back.urgent())
                && unbiased.tied(deed.command(), viewer, back).isEmpty();
    }
}
