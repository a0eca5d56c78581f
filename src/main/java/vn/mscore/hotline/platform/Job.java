package vn.mscore.hotline.platform;

import java.time.Duration;

/** Work done again and again by the one job clock; safe to run twice and on two nodes. */
public interface Job {
    /** A stable name for logs and metrics. */
    String name();

    /** How long to wait between the end of one run and the next. */
    Duration every();

    /** Does the work; returns how many things it changed. */
    int run();
}
