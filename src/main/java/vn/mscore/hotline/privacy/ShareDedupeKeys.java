package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;

/**
 * All nodes of a database, and a gateway restored from a backup, know a message that comes twice by the same monthly keys:
 * agreed on before any line is opened, and for the next month while it is still this one.
 */
@Singleton
public class ShareDedupeKeys implements Service, Job {
    private static final int AFTER_KEY_WATCH = 11;

    private final KeyRing keys;
    private final SqlDedupeKeys shared;
    private final InTransaction transactions;
    private final Clock clock;

    @Inject
    ShareDedupeKeys(KeyRing keys, SqlDedupeKeys shared, InTransaction transactions, Clock clock) {
        this.keys = keys;
        this.shared = shared;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_KEY_WATCH;
    }

    @Override
    public void start() {
        run();
    }

    @Override
    public void stop() {
        // nothing runs
    }

    @Override
    public String name() {
        return "share-dedupe-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        Optional<String> former = transactions.call(() -> shared.find(month.minusMonths(1)));
        int changed = former.map(key -> take(month.minusMonths(1), key)).orElse(0);
        return changed + agree(month) + agree(month.plusMonths(1));
    }

    private int agree(YearMonth month) {
        String own = keys.dedupeKey(month);
        return take(month, transactions.call(() -> shared.agree(month, own)));
    }

    private int take(YearMonth month, String all) {
        if (all.equals(keys.dedupeKey(month))) {
            return 0;
        }
        keys.takeDedupeKey(month, all);
        return 1;
    }
}
