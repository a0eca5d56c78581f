package vn.mscore.hotline.access.login;

import java.time.Duration;

/** How long a try waits when many before it failed (R36): never for ever, so nobody can lock somebody else out. */
final class SlowDown {
    /** Failures are forgotten after this long without another one. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int FREE_OF_ACCOUNT = 10;
    /** An office shares one address. */
    private static final int FREE_OF_ADDRESS = 50;

    private static final long LONGEST_SECONDS = 42;
    private static final int LARGEST_SHIFT = 6;

    private SlowDown() {}

    /** The wait for an account and an address with so many failures. */
    static Duration delay(int ofAccount, int ofAddress) {
        long seconds = Math.max(seconds(ofAccount - FREE_OF_ACCOUNT), seconds(ofAddress - FREE_OF_ADDRESS));
        return Duration.ofSeconds(seconds);
    }

    private static long seconds(int over) {
        return over < 0 ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(over, LARGEST_SHIFT));
    }
}
