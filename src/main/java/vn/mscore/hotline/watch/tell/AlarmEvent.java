package vn.mscore.hotline.watch.tell;

import java.util.Locale;

/** What is told of an alarm. */
enum AlarmEvent {
    /** It began. */
    BEGAN,
    /** Its level rose. */
    WORSE,
    /** It is over. */
    ENDED;

    static AlarmEvent of(boolean begins, boolean worse) {
        return worse ? WORSE : begins ? BEGAN : ENDED;
    }

    /** As a post calls it: {@code began}, {@code worse}, {@code ended}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
