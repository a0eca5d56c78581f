package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.ErasureLog.Erased;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * Which keys have had their time. A key opens for {@code hotline.keys.years} calendar years, its own included; then its
 * values are sealed anew, and {@code hotline.keys.days} after none was found any more it is destroyed: so long backups stay
 * good that still have such values. Needs a transaction.
 */
@Singleton
class OldKeys {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final int years;
    private final Duration rest;
    private final KeyRing keys;
    private final SqlKeyLives lives;
    private final SqlLaneKeys shared;
    private final ErasureLog log;
    private final Clock clock;

    @Inject
    OldKeys(Settings settings, KeyRing keys, SqlKeyLives lives, SqlLaneKeys shared, ErasureLog log, Clock clock) {
        this.years = settings.number("hotline.keys.years", 2, 1, 100);
        this.rest = Duration.ofDays(settings.number("hotline.keys.days", 30, 1, 365));
        this.keys = keys;
        this.lives = lives;
        this.shared = shared;
        this.log = log;
        this.clock = clock;
    }

    /** Keys whose values are to be looked for now. */
    List<KeyLife> due() {
        List<KeyLife> due = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            List<KeyLife> noted = lives.of(lane);
            noted.stream().filter(key -> isDue(key, noted)).forEach(due::add);
        }
        return due;
    }

    private boolean isDue(KeyLife key, List<KeyLife> noted) {
        return key.number() < keys.active(key.lane())
                && noted.stream().anyMatch(next -> next.number() == key.number() + 1 && isSettled(next))
                && !key.isDestroyed()
                && !key.year().plusYears(years).isAfter(KeyLife.yearOf(clock.instant()))
                && key.unusedSince().map(this::isOver).orElse(true);
    }

    /** A node that did not hear of the next key at once may have sealed under the former one meanwhile. */
    private boolean isSettled(KeyLife next) {
        return !next.firstUsed().plus(A_DAY).isAfter(clock.instant());
    }

    private boolean isOver(Instant since) {
        return !since.plus(rest).isAfter(clock.instant());
    }

    /** Every table was gone through and a value under {@code key} was {@code found}, or none; tells whether it is destroyed. */
    boolean settle(KeyLife key, boolean found) {
        if (!found && key.unusedSince().isPresent()) {
            return destroy(key);
        }
        lives.unused(key, found ? Optional.empty() : Optional.of(clock.instant()));
        return false;
    }

    private boolean destroy(KeyLife key) {
        Instant now = clock.instant();
        boolean first = lives.destroy(key, now);
        if (first) {
            shared.forget(key.lane(), key.number());
            log.note(new Erased("keys." + key.lane().name().toLowerCase(Locale.ROOT), key.yearEnded(), 1, 0, now));
        }
        return first;
    }
}
