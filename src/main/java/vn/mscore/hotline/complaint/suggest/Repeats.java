package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.dossier.StageHolders;
import vn.mscore.hotline.dossier.StageHolders.Holding;
import vn.mscore.hotline.shared.TicketNumber;

/** Whether a dossier that is late was complained about before, open or answered, as far back as a twin is looked for. */
@Singleton
public class Repeats {
    private static final Set<State> UNHEARD = EnumSet.of(State.TU_CHOI, State.CHUYEN_KHAC, State.RUT);

    private final Neighbours neighbours;
    private final Complaints complaints;
    private final StageHolders holders;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Repeats(Neighbours neighbours, Complaints complaints, StageHolders holders, Clock clock) {
        this.neighbours = neighbours;
        this.complaints = complaints;
        this.holders = holders;
        this.clock = clock;
    }

    /** Whether an earlier case is of {@code category} too. */
    public boolean is(Complaint complaint, String category) {
        return is(complaint, category, other -> false);
    }

    /** The same but for those that {@code hidden} holds of. */
    public boolean is(Complaint complaint, String category, Predicate<TicketNumber> hidden) {
        return isLate(complaint)
                && neighbours.sameDossier(complaint, clock.instant().minus(Twins.RECENT)).stream()
                        .filter(hidden.negate())
                        .flatMap(ticket -> complaints.see(ticket).stream())
                        .anyMatch(other -> other.id() < complaint.id()
                                && !UNHEARD.contains(other.state())
                                && other.category().equals(category));
    }

    private boolean isLate(Complaint complaint) {
        Optional<Holding> holding = complaint.about().flatMap(holders::of);
        return holding.filter(held -> held.late() || held.overdue()).isPresent();
    }
}
