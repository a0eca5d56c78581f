package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.citizen.ContactPolicy;

/** When the text of a decision may reach the citizen: not by night and not on days off. */
@Singleton
public class ReplyHours {
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

    /** The same for what leaves {@code seconds} from now. */
    public Optional<Instant> laterIn(Number seconds) {
        return later(clock.instant().plusSeconds(seconds.longValue()));
    }
}
