package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.privacy.ErasureLog.Erased;

/** What follows once all tables were gone through for the values under a key. Needs a transaction. */
@Singleton
class EndOfKeys {
    private final SqlKeyLives lives;
    private final SqlLaneKeys shared;
    private final ErasureLog log;
    private final Clock clock;

    @Inject
    EndOfKeys(SqlKeyLives lives, SqlLaneKeys shared, ErasureLog log, Clock clock) {
        this.lives = lives;
        this.shared = shared;
        this.log = log;
        this.clock = clock;
    }

    /** A value under {@code key} was {@code found}, or none: the first time it is noted as unused, the second as destroyed, once all
     * older ones of its lane are. */
    void settle(KeyLife key, boolean found) {
        if (found) {
            lives.unused(key, Optional.empty());
        } else if (key.unusedSince().isEmpty()) {
            lives.unused(key, Optional.of(clock.instant()));
        } else if (isOldest(key)) {
            destroy(key, clock.instant());
        }
    }

    /** Each key lies in the database under the one before it: a gap would leave the younger ones to nobody. */
    private boolean isOldest(KeyLife key) {
        return lives.of(key.lane()).stream().allMatch(one -> one.number() >= key.number() || one.isDestroyed());
    }

    private void destroy(KeyLife key, Instant now) {
        if (lives.destroy(key, now)) {
            shared.forget(key.lane(), key.number());
            String subject = "keys." + key.lane().name().toLowerCase(Locale.ROOT);
            log.note(new Erased(subject, key.yearEnded(), 1, 0, now));
        }
    }
}
