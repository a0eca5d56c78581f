package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Looks after rows nobody is sending: late reports, what a dead node left, second copies, texts grown old. */
@Singleton
class OutboxCare implements Job {
    private static final Logger LOG = Logger.getLogger(OutboxCare.class.getName());

    private final SqlStrays strays;
    private final LapsedLeases leases;
    private final SqlReports reports;
    private final OutboxSignal signal;
    private final InTransaction transactions;

    @Inject
    OutboxCare(
            SqlStrays strays,
            LapsedLeases leases,
            SqlReports reports,
            OutboxSignal signal,
            InTransaction transactions) {
        this.strays = strays;
        this.leases = leases;
        this.reports = reports;
        this.signal = signal;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "outbox-care";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Reports first: one that arrived saves a second copy. */
    @Override
    public int run() {
        Set<String> gone = leases.look(() -> transactions.call(strays::lapsed));
        int changed = transactions.call(reports::matchAgain);
        int left = transactions.call(() -> strays.disownOrphans(gone) + strays.disownAbandoned());
        if (left > 0) {
            LOG.warning(left + " texts that nobody sends any more may or may not have gone out");
        }
        int again = transactions.call(strays::resendUnknown);
        if (again > 0) {
            signal.wake();
        }
        return changed + left + again + transactions.call(strays::expire);
    }
}
