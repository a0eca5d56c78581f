package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * All nodes of a database have the same keys: each takes those of the others at its start, every ten minutes, and when it
 * meets a value under one that it does not have. What another node could not take is offered again.
 */
@Singleton
public class ShareLaneKeys implements Service, Job, KeyRing.Elsewhere {
    private static final int BEFORE_KEY_WATCH = 9;

    private final KeyRing keys;
    private final SqlLaneKeys shared;
    private final SqlKeyLives lives;
    private final InTransaction transactions;

    @Inject
    ShareLaneKeys(KeyRing keys, SqlLaneKeys shared, SqlKeyLives lives, InTransaction transactions) {
        this.keys = keys;
        this.shared = shared;
        this.lives = lives;
        this.transactions = transactions;
    }

    @Override
    public int order() {
        return BEFORE_KEY_WATCH;
    }

    @Override
    public void start() {
        keys.ask(this);
        takeAll();
    }

    @Override
    public void stop() {
        // nothing runs
    }

    @Override
    public String name() {
        return "share-lane-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<String> find(Lane lane, int number) {
        return transactions.call(() -> shared.find(lane, number));
    }

    @Override
    public int run() {
        int changed = takeAll();
        for (Lane lane : Lane.values()) {
            changed += offerAll(lane);
            keys.keepAll(lane);
        }
        return changed;
    }

    private int takeAll() {
        int taken = 0;
        for (Lane lane : Lane.values()) {
            int before = keys.numbers(lane).size();
            transactions.call(() -> shared.numbers(lane)).forEach(number -> keys.key(lane, number));
            taken += keys.numbers(lane).size() - before;
        }
        return taken;
    }

    /** A restored database may not know keys that were made after the backup. */
    private int offerAll(Lane lane) {
        List<Integer> here = keys.numbers(lane);
        return transactions.call(() -> {
            List<Integer> there = shared.numbers(lane);
            List<Integer> lacking = here.stream()
                    .filter(number -> here.contains(number - 1) && !there.contains(number))
                    .filter(number -> !lives.isDestroyed(lane, number - 1))
                    .toList();
            lacking.forEach(number -> shared.offer(lane, number, keys.laneKey(lane, number)));
            return lacking.size();
        });
    }
}
