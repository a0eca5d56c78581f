package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** Gives each lane a new key at the turn of the year in Vietnam; it seals once every node can find it (ADR 41). */
@Singleton
public class MakeLaneKeys implements Job {
    private static final Logger LOG = Logger.getLogger(MakeLaneKeys.class.getName());

    private final KeyRing keys;
    private final SqlNextKeys next;
    private final InTransaction transactions;
    private final ClockLeap leap;

    @Inject
    MakeLaneKeys(KeyRing keys, SqlNextKeys next, InTransaction transactions, ClockLeap leap) {
        this.keys = keys;
        this.next = next;
        this.transactions = transactions;
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
        Optional<String> key = transactions.insist(() -> next.after(lane, active));
        key.ifPresent(text -> {
            Failpoint.hit("privacy.afterKeyMade.beforeFile");
            keys.takeLaneKey(lane, active + 1, text);
            String name = KeyRing.fileName(lane, active + 1);
            LOG.log(Level.WARNING, "{0} seals from now on: keep a copy of it where those of the others are", name);
        });
        return key.isPresent();
    }
}
