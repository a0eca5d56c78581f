package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.complaint.life.Waiting.Deed;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Carries out decisions whose undo window has passed; one that no longer fits the case is dropped, and the log says so. */
@Singleton
public class Release implements Job {
    private static final int AT_ONCE = 100;

    private final Complaints complaints;
    private final Waiting waiting;
    private final StateTable table;
    private final Deeds deeds;
    private final Together together;
    private final Reopening reopening;
    private final MergedVerdicts merged;
    private final Verifiers verifiers;
    private final Undone undone;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Release(
            Complaints complaints,
            Waiting waiting,
            StateTable table,
            Deeds deeds,
            Together together,
            Reopening reopening,
            MergedVerdicts merged,
            Verifiers verifiers,
            Undone undone,
            InTransaction transaction,
            Clock clock) {
        this.complaints = complaints;
        this.waiting = waiting;
        this.table = table;
        this.deeds = deeds;
        this.together = together;
        this.reopening = reopening;
        this.merged = merged;
        this.verifiers = verifiers;
        this.undone = undone;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaint.release";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int run() {
        List<Long> cases = transaction.call(() -> waiting.due(clock.instant(), AT_ONCE));
        return cases.stream()
                .mapToInt(id -> transaction.call(() -> release(id)))
                .sum();
    }

    /** The case is locked first, as every command does; what waits is read after that. */
    private int release(long id) {
        merged.lockHead(id);
        Optional<Complaint> found = complaints.byId(id);
        Instant now = clock.instant();
        Optional<Deed> deed =
                found.flatMap(waiting::find).filter(due -> !due.leavesAt().isAfter(now));
        deed.ifPresent(due -> release(found.orElseThrow(), due));
        return deed.isPresent() ? 1 : 0;
    }

    void release(Complaint complaint, Deed deed) {
        boolean fits = !complaint.secret()
                && table.next(deed.command(), deed.by().role(), complaint.state())
                        .isPresent()
                && stands(complaint, deed);
        if (fits) {
            waiting.remove(complaint);
            deeds.carryOut(complaint, deed);
        } else {
            undone.drop(complaint, "clock");
        }
    }

    /** What was true when it was decided may be so no more: the citizen wrote, or another case was merged into it meanwhile. */
    private boolean stands(Complaint complaint, Deed deed) {
        return switch (deed.command()) {
            case ROUTE ->
                verifiers.refusal(complaint, deed.unit().orElseThrow()).isEmpty();
            case ANSWER, INFORM -> together.mayAnswerMerged(deed.by(), complaint);
            case WITHDRAW -> !Refusals.stays(complaint);
            case CLOSE -> merged.hears(complaint);
            case REOPEN -> reopening.mayStill(complaint) && merged.hears(complaint);
            default -> true;
        };
    }
}
