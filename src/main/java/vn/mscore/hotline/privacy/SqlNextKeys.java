package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** Which key follows that of a year that is over: of two nodes that ask at once the first decides. Needs a transaction. */
@Singleton
class SqlNextKeys {
    private final KeyRing keys;
    private final SqlLaneKeys shared;
    private final SqlKeyLives lives;
    private final SqlKeyRegister register;
    private final Clock clock;

    @Inject
    SqlNextKeys(KeyRing keys, SqlLaneKeys shared, SqlKeyLives lives, SqlKeyRegister register, Clock clock) {
        this.keys = keys;
        this.shared = shared;
        this.lives = lives;
        this.register = register;
        this.clock = clock;
    }

    /** The key behind {@code active} in its written form, kept for all nodes; empty while {@code active} is good. */
    Optional<String> after(Lane lane, int active) {
        return isOver(lane, active) ? Optional.of(agree(lane, active + 1)) : Optional.empty();
    }

    /** Where another node was faster its key is taken by {@link ShareLaneKeys}. */
    private boolean isOver(Lane lane, int active) {
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
