package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * Which keys have had their time. A key opens for {@code hotline.keys.years} calendar years, its own included; then its
 * values are sealed anew, and {@code hotline.keys.days} after none was found any more it is destroyed, after those before
 * it: so long backups stay good that still have such values. Needs a transaction.
 */
@Singleton
class OldKeys {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final int years;
    private final Duration rest;
    private final KeyRing keys;
    private final SqlKeyLives lives;
    private final Clock clock;

    @Inject
    OldKeys(Settings settings, KeyRing keys, SqlKeyLives lives, Clock clock) {
        this.years = settings.number("hotline.keys.years", 2, 1, 100);
        this.rest = Duration.ofDays(settings.number("hotline.keys.days", 30, 1, 365));
        this.keys = keys;
        this.lives = lives;
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

    /** Not before the next key is a day old: a node that did not hear of it at once still sealed under this one. */
    private boolean isDue(KeyLife key, List<KeyLife> noted) {
        return key.number() < keys.active(key.lane())
                && noted.stream().anyMatch(next -> next.number() == key.number() + 1 && isPast(next.firstUsed(), A_DAY))
                && !key.isDestroyed()
                && !key.year().plusYears(years).isAfter(KeyLife.yearOf(clock.instant()))
                && (key.unusedSince().isEmpty() || isRested(key))
                && (key.isUsed() || older(key, noted).allMatch(one -> one.isDestroyed() || isRested(one)));
    }

    private static Stream<KeyLife> older(KeyLife key, List<KeyLife> noted) {
        return noted.stream().filter(one -> one.number() < key.number());
    }

    private boolean isRested(KeyLife key) {
        return key.unusedSince().filter(since -> isPast(since, rest)).isPresent();
    }

    private boolean isPast(Instant begin, Duration time) {
        return !begin.plus(time).isAfter(clock.instant());
    }
}
