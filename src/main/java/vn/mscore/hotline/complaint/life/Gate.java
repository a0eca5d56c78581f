package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * The one door of every command: role, sight, who must keep off, version, state, undo window, in this order; then the work
 * and its line in the audit trail, all in one transaction. Work that refuses must not have written.
 */
@Singleton
public class Gate {
    private static final Set<CaseCommand> BESIDES = Set.of(
            CaseCommand.UNDO,
            CaseCommand.NOTE,
            CaseCommand.TRANSCRIBE,
            CaseCommand.SUMMARIZE,
            CaseCommand.LINK,
            CaseCommand.UNLINK);

    private final StateTable table;
    private final Complaints complaints;
    private final Waiting waiting;
    private final Reach reach;
    private final Unbiased unbiased;
    private final Audit audit;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    Gate(
            StateTable table,
            Complaints complaints,
            Waiting waiting,
            Reach reach,
            Unbiased unbiased,
            Audit audit,
            InTransaction transaction) {
        this.table = table;
        this.complaints = complaints;
        this.waiting = waiting;
        this.reach = reach;
        this.unbiased = unbiased;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Does {@code work} with the case unless something speaks against it. */
    public Decision pass(CaseCommand command, Grip grip, Function<Held, Optional<Reason>> work) {
        return transaction.call(() -> judged(command, grip, work));
    }

    /** The same where {@code first} is locked before the case: nothing for who may not act on it. */
    Decision pass(CaseCommand command, Grip grip, Consumer<TicketNumber> first, Function<Held, Optional<Reason>> work) {
        return transaction.call(() -> {
            if (reach.covers(grip.viewer(), grip.ticket())) {
                first.accept(grip.ticket());
            }
            return judged(command, grip, work);
        });
    }

    private Decision judged(CaseCommand command, Grip grip, Function<Held, Optional<Reason>> work) {
        if (!table.ever(command, grip.viewer().role())) {
            return Decision.refused(Refusals.NOT_YOURS);
        }
        return reached(grip.viewer(), grip.ticket())
                .map(complaint -> open(command, grip, complaint, work))
                .orElseGet(() -> Decision.refused(Refusals.UNKNOWN));
    }

    private Decision open(CaseCommand command, Grip grip, Complaint complaint, Function<Held, Optional<Reason>> work) {
        Optional<State> next = table.next(command, grip.viewer().role(), complaint.state());
        Optional<Reason> refusal = hindrance(command, grip, complaint, next);
        if (refusal.isEmpty()) {
            refusal = work.apply(new Held(command, grip.viewer(), complaint, next.orElseThrow()));
        }
        return refusal.map(Decision::refused).orElseGet(() -> {
            audit.note(grip.viewer(), command, complaint.ticket());
            return Decision.done(complaints.version(complaint));
        });
    }

    private Optional<Reason> hindrance(CaseCommand command, Grip grip, Complaint complaint, Optional<State> next) {
        // Who must keep off is not told either what happened since.
        return partiality(command, grip, complaint).or(() -> hindrance(command, complaint, grip.version(), next));
    }

    private Optional<Reason> hindrance(CaseCommand command, Complaint complaint, int read, Optional<State> next) {
        if (complaint.version() != read) {
            return Optional.of(Refusals.MOVED_ON);
        }
        if (next.isEmpty()) {
            return Optional.of(Refusals.STATE);
        }
        boolean waits = !BESIDES.contains(command) && waiting.find(complaint).isPresent();
        return Refusals.unless(!waits, Refusals.PENDING);
    }

    /** Everybody takes back his own decision; a colleague's only who may decide the case himself. */
    private Optional<Reason> partiality(CaseCommand command, Grip grip, Complaint complaint) {
        boolean own = command == CaseCommand.UNDO
                && waiting.find(complaint)
                        .filter(deed -> deed.by().login().equals(grip.viewer().login()))
                        .isPresent();
        return own ? Optional.empty() : unbiased.refusal(command, grip.viewer(), complaint);
    }

    /**
     * Does {@code work} with two cases that nothing keeps this person off. Both are locked in the order of their numbers: two people tying the same two
     * cases from either end do not block each other.
     */
    public Decision passTwo(
            CaseCommand command, Grip grip, TicketNumber other, BiFunction<Held, Complaint, Optional<Reason>> work) {
        return transaction.call(() -> {
            Stream.of(grip.ticket(), other)
                    .filter(ticket -> reach.covers(grip.viewer(), ticket))
                    .sorted(Comparator.comparing(TicketNumber::digits))
                    .forEach(complaints::find);
            return judged(command, grip, held -> second(held, other)
                    .map(found -> unbiased.tied(command, held.viewer(), found).or(() -> work.apply(held, found)))
                    .orElseGet(() -> Optional.of(Refusals.OTHER)));
        });
    }

    private Optional<Complaint> second(Held held, TicketNumber ticket) {
        return reached(held.viewer(), ticket)
                .filter(complaint -> complaint.id() != held.complaint().id());
    }

    /** Locked, when the viewer may act on it: what he may not see is not even touched, and is seen once more when it is held. */
    private Optional<Complaint> reached(Viewer viewer, TicketNumber ticket) {
        return reach.covers(viewer, ticket)
                ? complaints.find(ticket).filter(complaint -> reach.covers(viewer, ticket))
                : Optional.empty();
    }
}
