package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** Offers the other nodes keys that they cannot find: a restored database does not know those made after the backup. */
@Singleton
public class OfferLaneKeys implements Job {
    private final KeyRing keys;
    private final SqlLaneKeys shared;
    private final SqlKeyLives lives;
    private final InTransaction transactions;

    @Inject
    OfferLaneKeys(KeyRing keys, SqlLaneKeys shared, SqlKeyLives lives, InTransaction transactions) {
        this.keys = keys;
        this.shared = shared;
        this.lives = lives;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "offer-lane-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run() {
        int offered = 0;
        for (Lane lane : Lane.values()) {
            offered += transactions.call(() -> offer(lane));
        }
        return offered;
    }

    private int offer(Lane lane) {
        List<Integer> here = keys.numbers(lane);
        List<Integer> there = shared.numbers(lane);
        List<Integer> lacking = here.stream()
                .filter(number -> here.contains(number - 1) && !there.contains(number))
                .filter(number -> !lives.isDestroyed(lane, number - 1) && !lives.isDestroyed(lane, number))
                .toList();
        lacking.forEach(number -> shared.offer(lane, number, keys.laneKey(lane, number)));
        return lacking.size();
    }
}
