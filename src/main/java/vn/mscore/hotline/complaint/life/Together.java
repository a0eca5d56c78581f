package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.complaint.life.Waiting.By;
import vn.mscore.hotline.shared.Reason;

/**
 * Which other cases one answer answers: of the cluster what the one who answers can see, and everything merged. Nobody
 * answers in this way a case about an office he is related with.
 */
@Singleton
class Together {
    private final StateTable table;
    private final Reach reach;
    private final Ties ties;
    private final Unbiased unbiased;
    private final GivenAnswers answers;

    @Inject
    Together(StateTable table, Reach reach, Ties ties, Unbiased unbiased, GivenAnswers answers) {
        this.answers = answers;
        this.table = table;
        this.reach = reach;
        this.ties = ties;
        this.unbiased = unbiased;
    }

    /** Why {@code by} may not answer what is answered together with {@code answered}: {@code case.tied-interest}. */
    Optional<Reason> refusal(By by, Complaint answered) {
        Viewer viewer = as(by, answered);
        if (!unbiased.isPartial(viewer)) {
            return Optional.empty();
        }
        Stream<Complaint> cluster = ties.clusterOf(answered).stream()
                .filter(other -> mayAnswer(viewer, other))
                .flatMap(this::whole);
        return against(viewer, Stream.concat(ties.mergedInto(answered).stream(), cluster));
    }

    /** Whether everything merged into {@code answered} may still be answered with it. */
    boolean mayAnswerMerged(By by, Complaint answered) {
        Viewer viewer = as(by, answered);
        return !unbiased.isPartial(viewer)
                || against(viewer, ties.mergedInto(answered).stream()).isEmpty();
    }

    /** Of a cluster, what is answered with the one, and what each is answered by itself. */
    record Cluster(List<Complaint> with, List<Complaint> leftOut) {}

    /** The cluster of {@code answered}. */
    Cluster cluster(By by, Complaint answered) {
        Viewer viewer = as(by, answered);
        boolean partial = unbiased.isPartial(viewer);
        Map<Boolean, List<Complaint>> parts = ties.clusterOf(answered).stream()
                .collect(Collectors.partitioningBy(other -> mayAnswer(viewer, other)
                        && (!partial || against(viewer, whole(other)).isEmpty())));
        return new Cluster(parts.get(true), parts.get(false));
    }

    private Stream<Complaint> whole(Complaint complaint) {
        return Stream.concat(Stream.of(complaint), ties.mergedInto(complaint).stream());
    }

    private Optional<Reason> against(Viewer viewer, Stream<Complaint> cases) {
        return cases.flatMap(other -> unbiased.tied(CaseCommand.ANSWER, viewer, other).stream())
                .findFirst();
    }

    /** Others than operators answer for the office that has {@code answered}. */
    static Viewer as(By by, Complaint answered) {
        return new Viewer(by.account(), by.login(), by.name(), by.role(), answered.unit(), false);
    }

    /** As one by one: by the table of states, by the desk only what it classified, by nobody his own answer again. */
    private boolean mayAnswer(Viewer viewer, Complaint other) {
        boolean known = viewer.is(Role.OPERATOR) ? other.classified() : reach.covers(viewer, other.ticket());
        return known
                && table.next(CaseCommand.ANSWER, viewer.role(), other.state()).isPresent()
                && !isOwnAgain(viewer.login(), other);
    }

    /** Whether {@code login} gave the answer that the citizen was not content with (R7: somebody above, or somebody else). */
    boolean isOwnAgain(String login, Complaint complaint) {
        return complaint.level() > 0
                && answers.answeredBy(complaint).filter(login::equals).isPresent();
    }
}
