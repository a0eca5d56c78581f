package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * All nodes of a database have the same keys: each takes those of the others at its start, every ten minutes, and when it
 * meets a value under one that it does not have.
 */
@Singleton
public class ShareLaneKeys implements Service, Job, KeyRing.Elsewhere {
    private static final int BEFORE_KEY_WATCH = 9;

    private final KeyRing keys;
    private final SqlLaneKeys shared;
    private final InTransaction transactions;

    @Inject
    ShareLaneKeys(KeyRing keys, SqlLaneKeys shared, InTransaction transactions) {
        this.keys = keys;
        this.shared = shared;
        this.transactions = transactions;
    }

    @Override
    public int order() {
        return BEFORE_KEY_WATCH;
    }

    @Override
    public void start() {
        keys.ask(this);
        run();
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
        int taken = 0;
        for (Lane lane : Lane.values()) {
            int before = keys.numbers(lane).size();
            transactions.call(() -> shared.numbers(lane)).forEach(number -> keys.key(lane, number));
            taken += keys.numbers(lane).size() - before;
            keys.keepAll(lane);
        }
        return taken;
    }
}
