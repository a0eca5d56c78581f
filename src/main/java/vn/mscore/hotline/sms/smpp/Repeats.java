package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a deliver_sm that came again from the same words written again: SMPP has no time stamp and no id to tell them
 * apart. Only what the centre may not have heard our answer to can be a repetition; a later answer of its own on the same
 * connection proves that it has. In doubt it is one, and the inbox's own key drops it. Used by one thread.
 */
final class Repeats {
    private static final int REMEMBERED = 40_000;

    /** An answer later than this may have come after the centre gave up waiting. */
    static final Duration PROMPT = Duration.ofSeconds(5);

    /** As long as the inbox looks back over the turn of an hour; after that it knows nothing equal of the hour before. */
    private static final Duration TURN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    Repeats(Clock clock) {
        this.clock = clock;
    }

    /** How often it was new before, when last, and the connection and place in it of our last good answer, if it was prompt. */
    private record Seen(int count, Instant at, SmppLink link, int mark, boolean prompt) {
        boolean heard() {
            return prompt && link.heard(mark);
        }

        /** The inbox counts from nought in each hour: whoever remembers nothing must find what is there in a row. */
        boolean isOf(Instant now) {
            boolean sameHour = at.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS));
            return sameHour || at.plus(TURN).isAfter(now);
        }
    }

    /** Whether an answer after {@code took} may have come after the centre gave up waiting. */
    static boolean late(Duration took) {
        return took.compareTo(PROMPT) >= 0;
    }

    /** Whether something equal was answered before and the centre may not know it. */
    boolean doubts(String content) {
        return seen.containsKey(content) && !seen.get(content).heard();
    }

    /** Whether something equal was answered before. */
    boolean knows(String content) {
        return seen.containsKey(content);
    }

    /** Which of equal ones this is; {@code ask} makes the centre of a living connection answer something. */
    int occurrence(String content, SmppLink now, Runnable ask) {
        Seen before = seen.get(content);
        if (before == null || !before.isOf(clock.instant())) {
            return 0;
        }
        if (before.prompt() && !before.heard() && before.link() == now) {
            ask.run();
        }
        return before.heard() ? before.count() + 1 : before.count();
    }

    /** It was stored and, unless the session stood still, soon after it came; as the {@code count}-th and answered on {@code link} after {@code took}. */
    void answered(String content, int count, SmppLink link, Duration took) {
        seen.put(content, new Seen(count, clock.instant(), link, link.mark(), !late(took) && link.steady()));
    }
}
