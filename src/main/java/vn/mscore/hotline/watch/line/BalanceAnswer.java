package vn.mscore.hotline.watch.line;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a SIM answers to the question for its balance. Pure.
 *
 * @param shape a regular expression with the groups {@code dong} (digits, dots and commas between them) and {@code day}
 *     (day, month and year of two or four figures), found anywhere in the answer
 */
record BalanceAnswer(Pattern shape) {
    private static final String DONG = "dong";
    private static final String DAY = "day";
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2})\\D(\\d{1,2})\\D(\\d{4}|\\d{2})|(\\d{2})(\\d{2})(\\d{4})");
    private static final int CENTURY = 2000;

    /** What was found: the balance in dong, the last day of the SIM. */
    record Found(OptionalInt dong, Optional<LocalDate> expires) {
        boolean nothing() {
            return dong.isEmpty() && expires.isEmpty();
        }
    }

    /** Whether it has a group at all. */
    boolean findsSomething() {
        return has(DONG) || has(DAY);
    }

    private boolean has(String group) {
        return shape.pattern().contains("(?<" + group + ">");
    }

    Found read(String answer) {
        Matcher matcher = shape.matcher(answer);
        if (!matcher.find()) {
            return new Found(OptionalInt.empty(), Optional.empty());
        }
        return new Found(
                has(DONG) ? dong(matcher.group(DONG)) : OptionalInt.empty(),
                has(DAY) ? day(matcher.group(DAY)) : Optional.empty());
    }

    private static OptionalInt dong(String text) {
        String digits = text == null ? "" : text.replaceAll("\\D", "");
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static Optional<LocalDate> day(String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.matches()) {
            return Optional.empty();
        }
        int first = date.group(1) == null ? 4 : 1;
        int year = Integer.parseInt(date.group(first + 2));
        try {
            return Optional.of(LocalDate.of(
                    year < 100 ? CENTURY + year : year,
                    Integer.parseInt(date.group(first + 1)),
                    Integer.parseInt(date.group(first))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
