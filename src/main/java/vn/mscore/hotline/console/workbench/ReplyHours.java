package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.PendingDeeds;

/** When the text of a decision may reach the citizen: not by night and not on days off. */
@Singleton
public class ReplyHours {
    private static final Set<CaseCommand> UNHELD = EnumSet.of(CaseCommand.CLOSE, CaseCommand.REOPEN);

    private final ContactPolicy policy;
    private final Clock clock;

    /** Asks {@code policy}. */
    @Inject
    public ReplyHours(ContactPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
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
