package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.SteadyClock;

/** Whether messages lie in the spool though the database answers: whoever asks could ask it. */
@Singleton
public class SpoolWait {
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    /** Nobody asks while the database is away. */
    private static final long GAP = Duration.ofMinutes(1).toNanos();

    private final SteadyClock machine;
    private long since;
    private long asked;
    private boolean waits;

    /** Counts by {@code machine}. */
    @Inject
    public SpoolWait(SteadyClock machine) {
        this.machine = machine;
    }

    /** Whether some of the {@code waiting} messages, or those before them, have waited for five minutes of questions. */
    synchronized boolean isTooLong(long waiting) {
        long now = machine.nanos();
        if (!waits || now - asked > GAP) {
            since = now;
        }
        waits = waiting > 0;
        asked = now;
        return waits && now - since >= PATIENCE;
    }
}
