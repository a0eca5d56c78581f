package vn.mscore.hotline.sms;

import java.time.Instant;

/** PORT: when texts nobody asked for may leave. Implemented once, by app, over the policy of citizen. */
public interface QuietTimes {
    /** {@code at} itself when such a text may leave then, else the first instant after it. */
    Instant opening(Instant at);
}
