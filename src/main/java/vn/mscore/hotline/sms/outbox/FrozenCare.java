package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Texts put off by a clock that was ahead must not wait until the right one gets there (P14). Looks at all rows that wait, so less often than {@link OutboxCare}. */
@Singleton
class FrozenCare implements Job {
    private final SqlStrays strays;
    private final OutboxSignal signal;
    private final InTransaction transactions;

    @Inject
    FrozenCare(SqlStrays strays, OutboxSignal signal, InTransaction transactions) {
        this.strays = strays;
        this.signal = signal;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "outbox-frozen";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int run() {
        int due = transactions.call(strays::thaw);
        if (due > 0) {
            signal.wake();
        }
        return due;
    }
}
