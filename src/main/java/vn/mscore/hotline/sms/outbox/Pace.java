package vn.mscore.hotline.sms.outbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a line may send.
 *
 * @param perSecond parts a second
 * @param burst parts at once after a rest: a quarter of a minute's worth, or a second's, at least one
 */
record Pace(double perSecond, double burst) {
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,5})\\s*/\\s*(min|s)");

    /** Reads {@code 20/min} or {@code 5/s}. */
    static Optional<Pace> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                matcher.group(2).equals("s") ? new Pace(count, count) : new Pace(count / 60.0, Math.max(1, count / 4)));
    }
}
