package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * Refuses to start with keys that are not those of the database: somebody lost {@code var/secrets} or mixed up two
 * installations, and what would be sealed now could not be read together with what is there.
 */
@Singleton
public class KeyWatch implements Service {
    private final KeyRing keys;
    private final SecretFiles files;
    private final SqlKeyRegister register;
    private final SqlKeyLives lives;
    private final InTransaction transactions;

    /** Compares {@code keys} with the {@code register}. */
    @Inject
    KeyWatch(KeyRing keys, SecretFiles files, SqlKeyRegister register, SqlKeyLives lives, InTransaction transactions) {
        this.keys = keys;
        this.files = files;
        this.register = register;
        this.lives = lives;
        this.transactions = transactions;
    }

    @Override
    public int order() {
        return 10;
    }

    /**
     * Throws {@link SecretFiles.UnsafeSecret} naming the file when a key is missing that a value may be under, or a key is
     * not the one that was used.
     */
    @Override
    public void start() {
        transactions.insist(() -> {
            for (Lane lane : Lane.values()) {
                check(lane);
            }
            for (BlindIndex.Purpose purpose : BlindIndex.Purpose.values()) {
                if (purpose != BlindIndex.Purpose.DEDUPE) {
                    String name = "index-" + purpose.name().toLowerCase(Locale.ROOT) + ".key";
                    require(name, keys.indexKey(purpose));
                }
            }
        });
    }

    @Override
    public void stop() {
        // nothing runs
    }

    private void check(Lane lane) {
        List<KeyLife> noted = lives.of(lane);
        noted.stream()
                .filter(KeyLife::isUsed)
                .filter(life -> keys.key(lane, life.number()).isEmpty())
                .findFirst()
                .ifPresent(lost -> {
                    throw new SecretFiles.UnsafeSecret(files.path(lost.name()), MISSING);
                });
        for (int number : keys.numbers(lane)) {
            // A copy of a destroyed key that somebody put back goes with the next run of DestroyLaneKeys.
            if (noted.stream().noneMatch(life -> life.number() == number && life.isDestroyed())) {
                require(KeyRing.fileName(lane, number), keys.key(lane, number).orElseThrow());
            }
        }
    }

    private void require(String name, SecretKeySpec key) {
        if (!register.knows(name, key)) {
            throw new SecretFiles.UnsafeSecret(files.path(name), MISSING);
        }
    }

    private static final String MISSING =
            "is not the key that sealed the data of this database: put its copy back (see the technician's handbook); keep"
                    + " the file that is there now under another name, texts in the spool may need it";
}
