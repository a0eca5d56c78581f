package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Removes the rows of sessions that are over and of failures that no longer count. */
@Singleton
public class ForgetOldSessions implements Job {
    private final InTransaction transaction;
    private final SqlSessions sessions;
    private final SqlFailures failures;

    /** Joined by CDI. */
    @Inject
    ForgetOldSessions(InTransaction transaction, SqlSessions sessions, SqlFailures failures) {
        this.transaction = transaction;
        this.sessions = sessions;
        this.failures = failures;
    }

    @Override
    public String name() {
        return "access.forget-old-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run() {
        return transaction.call(() -> sessions.forgetOld() + failures.forgetOld());
    }
}
