package vn.mscore.hotline.voice.ami;

import java.time.Duration;

/** How long to wait before the next try: half a second and twice as long each time, five seconds at most, a minute when refused. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration REFUSED = Duration.ofMinutes(1);

    private Duration pause = FIRST;
    private Duration longest = LONGEST;

    /** All is well: begin anew. */
    void reset() {
        pause = FIRST;
        longest = LONGEST;
    }

    /** Whether the other side is there and does not want us: its log shall not fill. */
    void patient(boolean refused) {
        longest = refused ? REFUSED : LONGEST;
    }

    /** The next pause. */
    Duration next() {
        Duration now = pause.compareTo(longest) < 0 ? pause : longest;
        pause = now.multipliedBy(2);
        return now;
    }
}
