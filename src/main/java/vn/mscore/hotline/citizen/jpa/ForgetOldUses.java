package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Forgets uses that no window can hold any more: nobody's habits are kept longer than a limit needs them. */
@Singleton
public class ForgetOldUses implements Job {
    private final SqlWindows windows;
    private final InTransaction transaction;
    private final Clock clock;

    /** Clears {@code windows}. */
    @Inject
    public ForgetOldUses(SqlWindows windows, InTransaction transaction, Clock clock) {
        this.windows = windows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "citizen.forget-old-uses";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run() {
        return transaction.call(() -> windows.forget(clock.instant()));
    }
}
