package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/**
 * Goes through all tables and seals anew what is under a key that has had its time, some rows in a transaction (ADR 41).
 * Once no such value is met from the first table to the last, the key may go; a start in between begins again.
 */
@Singleton
public class SealAnew implements Job {
    private static final Logger LOG = Logger.getLogger(SealAnew.class.getName());
    private static final int BATCHES = 100;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final OldKeys old;
    private final EndOfKeys end;
    private final SqlSealedValues values;
    private final SqlUnlistedColumns strangers;
    private final AesGcmCipher cipher;
    private final InTransaction transactions;
    private final ClockLeap leap;
    private final Clock clock;
    private SealingWalk walk;
    private Instant notBefore = Instant.MIN;

    @Inject
    SealAnew(
            OldKeys old,
            EndOfKeys end,
            SqlSealedValues values,
            SqlUnlistedColumns strangers,
            AesGcmCipher cipher,
            InTransaction transactions,
            ClockLeap leap,
            Clock clock) {
        this.old = old;
        this.end = end;
        this.values = values;
        this.strangers = strangers;
        this.cipher = cipher;
        this.transactions = transactions;
        this.leap = leap;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seal-anew";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public synchronized int run() {
        List<KeyLife> due = transactions.call(old::due);
        if (due.isEmpty() || clock.instant().isBefore(notBefore) || leap.isSuspected()) {
            walk = null;
            return 0;
        }
        if (walk == null || !walk.isFor(due)) {
            walk = new SealingWalk(due, values, cipher);
        }
        return goOn();
    }

    private int goOn() {
        int changed = 0;
        for (int i = 0; i < BATCHES && !walk.isOver(); i++) {
            changed += transactions.insist(walk::seal);
            Failpoint.hit("privacy.afterSealAnew");
            walk.step();
        }
        if (walk.isOver()) {
            settle();
        }
        return changed;
    }

    private void settle() {
        SealingWalk done = walk;
        walk = null;
        List<String> strays = transactions.call(strangers::all);
        if (!strays.isEmpty() || !done.spoiled().isEmpty()) {
            LOG.log(
                    Level.SEVERE,
                    "keys stay that should be destroyed: values that do not open in {0}, columns nobody knows {1}",
                    new Object[] {done.spoiled(), strays});
            notBefore = clock.instant().plus(A_DAY);
        }
        if (!strays.isEmpty()) {
            return;
        }
        done.keys().forEach(key -> transactions.insist(() -> end.settle(key, done.hasFound(key))));
        Failpoint.hit("privacy.afterKeySettled");
    }
}
