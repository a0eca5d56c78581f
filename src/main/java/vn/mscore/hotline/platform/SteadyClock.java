package vn.mscore.hotline.platform;

/** PORT: the machine's own count of time, which no clock moves: for how long something lasts. */
@FunctionalInterface
public interface SteadyClock {
    /** Nanoseconds since some moment that stays the same while the process runs. */
    long nanos();
}
