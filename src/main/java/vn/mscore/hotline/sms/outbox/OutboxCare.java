package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.sms.SmsLines;

/** Looks after rows nobody is sending: late reports, what a dead node left, second copies, texts grown old. */
@Singleton
class OutboxCare implements Job {
    private static final Duration NO_SUBMISSION_TAKES = Duration.ofMinutes(30);

    private final SqlStrays strays;
    private final SqlReports reports;
    private final OutboxSignal signal;
    private final SmsLines lines;
    private final InTransaction transactions;

    @Inject
    OutboxCare(SqlStrays strays, SqlReports reports, OutboxSignal signal, SmsLines lines, InTransaction transactions) {
        this.strays = strays;
        this.reports = reports;
        this.signal = signal;
        this.lines = lines;
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
        int changed = transactions.call(reports::matchAgain);
        changed += transactions.call(
                () -> strays.disownOrphans(line -> lines.byName(line).isPresent()));
        changed += transactions.call(() -> strays.disownAbandoned(NO_SUBMISSION_TAKES));
        int again = transactions.call(strays::resendUnknown);
        if (again > 0) {
            signal.wake();
        }
        return changed + again + transactions.call(strays::expire);
    }
}
