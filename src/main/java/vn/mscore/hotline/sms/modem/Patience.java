package vn.mscore.hotline.sms.modem;

import java.time.Duration;

/**
 * How long a second is: every deadline of the driver is told in seconds and asked for here, so that tests of silence need
 * not be slow.
 */
record Patience(int millisPerSecond) {
    static final Patience REAL = new Patience(1000);

    Duration seconds(int seconds) {
        return Duration.ofMillis((long) seconds * millisPerSecond);
    }

    /** Hundredths, for the few waits that are shorter. */
    Duration hundredths(int hundredths) {
        return Duration.ofMillis((long) hundredths * millisPerSecond / 100);
    }
}
