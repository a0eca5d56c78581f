package vn.mscore.hotline.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.sms.QuietTimes;

/** Lends the outbox the hours in which citizens may be written to unasked (R16). */
@Singleton
public class DecentHours implements QuietTimes {
    private final ContactPolicy policy;

    /** Asks {@code policy}. */
    @Inject
    public DecentHours(ContactPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Instant opening(Instant at) {
        return policy.textsFrom(at);
    }
}
