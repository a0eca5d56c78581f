package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Keeps the events and the sent forms of one day, what was let pass on it, and who looked at a case in the last hour. */
@Singleton
public class ForgetEvents implements Job {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ScreenEvents events;
    private final SentForms forms;
    private final Presence presence;
    private final Skipped skipped;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public ForgetEvents(
            ScreenEvents events,
            SentForms forms,
            Presence presence,
            Skipped skipped,
            InTransaction transaction,
            Clock clock) {
        this.events = events;
        this.forms = forms;
        this.presence = presence;
        this.skipped = skipped;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "console.forget-events";
    }

    @Override
    public Duration every() {
        return HOUR;
    }

    @Override
    public int run() {
        Instant now = clock.instant();
        return transaction.call(() -> events.forgetBefore(now.minus(DAY))
                + forms.forgetBefore(now.minus(DAY))
                + skipped.forgetBefore(now.minus(DAY))
                + presence.forgetBefore(now.minus(HOUR)));
    }
}
