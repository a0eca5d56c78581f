package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.PendingDeeds;
import vn.mscore.hotline.complaint.WorkCases;
import vn.mscore.hotline.shared.TicketNumber;

/** When the text of a decision may reach the citizen: not by night and not on days off. */
@Singleton
public class ReplyHours {
    private static final Set<CaseCommand> UNHELD = EnumSet.of(CaseCommand.CLOSE, CaseCommand.REOPEN);

    private final ContactPolicy policy;
    private final WorkCases cases;
    private final Clock clock;

    /** Asks {@code policy} and {@code cases}. */
    @Inject
    public ReplyHours(ContactPolicy policy, WorkCases cases, Clock clock) {
        this.policy = policy;
        this.cases = cases;
        this.clock = clock;
    }

    /** For the page of a case: itself, and how the citizen is told. Needs a transaction. */
    public Map<String, Object> model(TicketNumber ticket) {
        return Map.of("hours", this, "reach", cases.reach(ticket).name());
    }

    /** The hour a text waits for when it would leave at {@code leaves}; empty when it need not wait. */
    public Optional<Instant> later(Instant leaves) {
        return Optional.of(policy.textsFrom(leaves)).filter(hour -> hour.isAfter(leaves));
    }

    /** The same for a planned decision; empty for closing, which is told nobody, and for reopening, which is told at once. */
    public Optional<Instant> later(PendingDeeds.Pending planned) {
        return UNHELD.contains(planned.command()) ? Optional.empty() : later(planned.leavesAt());
    }

    /** The same for what leaves {@code seconds} from now. */
    public Optional<Instant> laterIn(Number seconds) {
        return later(clock.instant().plusSeconds(seconds.longValue()));
    }
}
