package vn.mscore.hotline.complaint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the queue: everything before it in working order has been shown.
 *
 * @param rank 0 urgent, 1 to do, 2 waiting for the citizen, 9 settled
 * @param due the deadline of the last row shown
 * @param key what breaks ties; sorts as text
 */
public record CaseCursor(int rank, LocalDate due, String key) {
    /** Before the first row. */
    public static final CaseCursor START = new CaseCursor(-1, LocalDate.EPOCH, "");

    private static final Pattern SHAPE = Pattern.compile("(\\d)\\.(\\d{4}-\\d{2}-\\d{2})\\.([A-Za-z0-9-]{1,40})");

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<CaseCursor> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate due = LocalDate.parse(shape.group(2));
            return Optional.of(new CaseCursor(Integer.parseInt(shape.group(1)), due, shape.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return rank + "." + due + "." + key;
    }
}
