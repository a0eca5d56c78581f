package vn.mscore.hotline.privacy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * Destroys, on each node, the files of keys that no value needs any more, also a copy that somebody put back. Not while
 * something sealed waits or lies aside on this node's disk.
 */
@Singleton
public class DestroyLaneKeys implements Job {
    private static final Logger LOG = Logger.getLogger(DestroyLaneKeys.class.getName());

    private final KeyRing keys;
    private final SqlKeyLives lives;
    private final Iterable<SealedOnDisk> spools;
    private final InTransaction transactions;

    @Inject
    DestroyLaneKeys(KeyRing keys, SqlKeyLives lives, @Any Instance<SealedOnDisk> spools, InTransaction transactions) {
        this(keys, lives, (Iterable<SealedOnDisk>) spools, transactions);
    }

    DestroyLaneKeys(KeyRing keys, SqlKeyLives lives, Iterable<SealedOnDisk> spools, InTransaction transactions) {
        this.keys = keys;
        this.lives = lives;
        this.spools = spools;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "destroy-lane-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public int run() {
        for (SealedOnDisk spool : spools) {
            if (spool.size() > 0 || spool.putAside() > 0) {
                return 0;
            }
        }
        int destroyed = 0;
        for (Lane lane : Lane.values()) {
            destroyed += destroy(lane, transactions.call(() -> lives.of(lane)));
        }
        return destroyed;
    }

    private int destroy(Lane lane, List<KeyLife> noted) {
        List<KeyLife> here = noted.stream()
                .filter(key -> key.isDestroyed() && key.number() < keys.active(lane))
                .filter(key -> keys.numbers(lane).contains(key.number()))
                .toList();
        here.forEach(key -> {
            keys.destroyLaneKey(lane, key.number());
            LOG.log(
                    Level.WARNING,
                    "{0} is destroyed: destroy copies of it that are kept elsewhere too, and backups from before {1}",
                    new Object[] {key.name(), key.unusedSince().orElse(key.firstUsed())});
        });
        return here.size();
    }
}
