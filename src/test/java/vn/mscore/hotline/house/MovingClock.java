package vn.mscore.hotline.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovingClock extends Clock {
    private volatile Instant now;

    /** Stands at {@code start}. */
    public MovingClock(Instant start) {
        this.now = start;
    }

    /** A clock at a Vietnamese local time, for instance {@code 2026-08-17T09:30}. */
    public static MovingClock atVietnam(String localDateTime) {
        return new MovingClock(java.time.LocalDateTime.parse(localDateTime).toInstant(ZoneOffset.ofHours(7)));
    }

    /** Moves on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Jumps. */
    public void set(Instant to) {
        now = to;
    }

    /** The same as a count of nanoseconds. */
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
