package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.sms.SmsSums;
import vn.mscore.hotline.sms.SmsSums.Sums;

/**
 * Reckons up every quarter of an hour what came in during the last day and where it is (P21). What does not add up is a fault
 * of ours or of whoever changed the tables by hand; {@link Alarms} tells of it until it adds up again.
 */
@Singleton
public class MailSums implements Job {
    private static final Logger LOG = Logger.getLogger(MailSums.class.getName());
    private static final Duration DAY = Duration.ofHours(26);

    private final SmsSums source;
    private final Clock clock;
    private volatile boolean wrong;

    /** Looks at {@code source}. */
    @Inject
    public MailSums(SmsSums source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail-sums";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run() {
        Sums sums = source.since(clock.instant().minus(DAY));
        boolean before = wrong;
        wrong = !sums.addUp();
        if (wrong) {
            LOG.log(Level.SEVERE, "the sums of the mail do not add up: {0}", sums);
        }
        return before == wrong ? 0 : 1;
    }

    /** Whether something was missing at the last reckoning. */
    public boolean areWrong() {
        return wrong;
    }
}
