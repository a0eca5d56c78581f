package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;

/** Hands over long messages whose missing parts did not come in time, or of which there are too many at once. */
@Singleton
class LateSets implements Job {
    private static final Logger LOG = Logger.getLogger(LateSets.class.getName());
    private static final int AT_ONCE = 500;
    private static final int LOOK_EVERY = 32;

    private final SqlSets sets;
    private final SqlParts parts;
    private final LongMessages longMessages;
    private final Turns turns;
    private final InTransaction transactions;
    private final Clock clock;
    private final InboxSettings settings;
    private final AtomicInteger sinceLook = new AtomicInteger();

    @Inject
    LateSets(
            SqlSets sets,
            SqlParts parts,
            LongMessages longMessages,
            Turns turns,
            InTransaction transactions,
            Clock clock,
            Settings settings) {
        this.sets = sets;
        this.parts = parts;
        this.longMessages = longMessages;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = InboxSettings.from(settings);
    }

    @Override
    public String name() {
        return "late-parts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run() {
        return giveUp(transactions.call(() -> sets.due(clock.instant(), AT_ONCE))) + trim();
    }

    /** Another part of a long message came: now and then looks whether there are too many open ones. */
    void oneMore() {
        if (sinceLook.incrementAndGet() >= LOOK_EVERY) {
            sinceLook.set(0);
            trim();
        }
    }

    private int trim() {
        int tooMany = transactions.call(sets::countOpen) - settings.setsInAll();
        return tooMany <= 0 ? 0 : giveUp(transactions.call(() -> sets.oldestOpen(tooMany)));
    }

    private int giveUp(List<SqlSets.Set> given) {
        return (int) given.stream().filter(this::handedOver).count();
    }

    // One that cannot be handed over, its key may be gone, must not hold up the others: it is tried again next time.
    private boolean handedOver(SqlSets.Set set) {
        try {
            transactions.run(() -> {
                parts.takeTurn(set.sender());
                sets.open(set.id()).ifPresent(longMessages::giveUp);
            });
            turns.offer(set.sender());
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "late parts of {0} wait: {1}", new Object[] {
                Long.toString(set.id()), Failures.describe(e)
            });
            return false;
        }
    }
}
