package vn.mscore.hotline.voice;

import java.time.Duration;

/**
 * How many keys are waited for and how long. {@code #} always ends an entry and is not part of it; {@code *} as the first
 * key is an answer at once; of keys too many after a complete entry see {@link AfterEntry}.
 *
 * @param most after so many keys the entry is complete, 1 to 40
 * @param first how long the first key may take, counted from the end of the question
 * @param between how long every further key may take
 */
public record Entry(int most, Duration first, Duration between) {
    private static final Duration FIRST = Duration.ofSeconds(8);
    private static final Duration BETWEEN = Duration.ofSeconds(4);

    /** One key within eight seconds. */
    public static Entry oneKey() {
        return upTo(1);
    }

    /** Up to {@code most} keys; eight seconds for the first, four for every other. */
    public static Entry upTo(int most) {
        return new Entry(most, FIRST, BETWEEN);
    }

    /** The same for who asked to be spoken to slowly: twice the time. */
    public Entry unhurried() {
        return new Entry(most, first.multipliedBy(2), between.multipliedBy(2));
    }
}
