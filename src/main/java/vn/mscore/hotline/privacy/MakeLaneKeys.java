package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * Makes each lane a new key at the turn of the year in Vietnam (ADR 41). It seals only after it is durable in the database,
 * where every node finds it; of two nodes that make one at once the first wins and the other takes its key.
 */
@Singleton
public class MakeLaneKeys implements Job {
    private static final Logger LOG = Logger.getLogger(MakeLaneKeys.class.getName());

    private final KeyRing keys;
    private final SqlLaneKeys shared;
    private final SqlKeyLives lives;
    private final SqlKeyRegister register;
    private final InTransaction transactions;
    private final Clock clock;
    private final ClockLeap leap;

    @Inject
    MakeLaneKeys(
            KeyRing keys,
            SqlLaneKeys shared,
            SqlKeyLives lives,
            SqlKeyRegister register,
            InTransaction transactions,
            Clock clock,
            ClockLeap leap) {
        this.keys = keys;
        this.shared = shared;
        this.lives = lives;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
        this.leap = leap;
    }

    @Override
    public String name() {
        return "make-lane-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run() {
        if (leap.isSuspected()) {
            return 0;
        }
        int made = 0;
        for (Lane lane : Lane.values()) {
            made += make(lane, keys.active(lane)) ? 1 : 0;
        }
        return made;
    }

    private boolean make(Lane lane, int active) {
        Optional<String> key = agreed(lane, active);
        key.ifPresent(text -> {
            Failpoint.hit("privacy.afterKeyMade.beforeFile");
            keys.takeLaneKey(lane, active + 1, text);
            LOG.log(
                    Level.WARNING,
                    "{0} seals from now on: keep a copy of it where those of the other keys are",
                    KeyRing.fileName(lane, active + 1));
        });
        return key.isPresent();
    }

    private Optional<String> agreed(Lane lane, int active) {
        try {
            return transactions.call(
                    () -> isDue(lane, active) ? Optional.of(agree(lane, active + 1)) : Optional.empty());
        } catch (SqlFailure e) {
            if (SqlFailure.isLostRace(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where another node was faster its key is taken by {@link ShareLaneKeys}. */
    private boolean isDue(Lane lane, int active) {
        List<KeyLife> noted = lives.of(lane);
        KeyLife newest = noted.isEmpty() ? null : noted.get(noted.size() - 1);
        return newest != null && newest.number() == active && newest.year().isBefore(KeyLife.yearOf(clock.instant()));
    }

    private String agree(Lane lane, int number) {
        shared.offer(lane, number, keys.fresh());
        String agreed = shared.find(lane, number).orElseThrow();
        String name = KeyRing.fileName(lane, number);
        register.note(name, keys.decode(name, agreed, "AES"));
        return agreed;
    }
}
