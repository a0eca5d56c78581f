package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;

/** A machine without a clock battery starts in 1970; two minutes usually bring the network's time (row 178). */
final class TimeSync {
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS = 120;
    private static final long PAUSE_MILLIS = 1000;

    private TimeSync() {}

    /** Returns when the clock is right or after two minutes; the gateway then takes in but sends nothing. */
    static void await(Clock clock, PrintStream out) throws StartRefused {
        for (int waited = 0; waited < SECONDS && clock.instant().isBefore(EARLIEST); waited++) {
            if (waited == 0) {
                out.println("[hotline] the clock of this machine is wrong, waiting up to " + SECONDS + " s for it");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartRefused("stopped while starting", e);
            }
        }
    }
}
