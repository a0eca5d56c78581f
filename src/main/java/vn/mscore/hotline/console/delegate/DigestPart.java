package vn.mscore.hotline.console.delegate;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.console.Form;

/**
 * Which part of the digest a request wants: the cases between two days, both included, those of one committee of the council or
 * of all, when it is empty, and the page of its lists.
 */
public record DigestPart(LocalDate from, LocalDate to, String committee, int page) {
    private static final int LONGEST = 10;
    private static final int USUAL_MONTHS = 3;
    private static final int LONGEST_YEARS = 5;

    /** The days as they were asked for, the three months up to {@code today} where one is not given or cannot be read: the first page of all. */
    public static DigestPart of(String from, String to, LocalDate today) {
        LocalDate last = day(to).filter(day -> !day.isAfter(today)).orElse(today);
        LocalDate first = day(from)
                .filter(day -> day.isBefore(last) && day.isAfter(last.minusYears(LONGEST_YEARS)))
                .orElse(last.minusMonths(USUAL_MONTHS));
        return new DigestPart(first, last, "", 1);
    }

    /** The one that a form of the page stood on, by the fields {@code from}, {@code to}, {@code committee} and {@code page}. */
    public static DigestPart of(Form form, LocalDate today) {
        return of(
                        form.text("from", LONGEST).orElse(""),
                        form.text("to", LONGEST).orElse(""),
                        today)
                .of(
                        form.text("committee", LONGEST).orElse(""),
                        form.text("page", LONGEST).orElse(""));
    }

    /** A page of what one committee follows, as they were asked for: of all, and the first, where they cannot be read. */
    public DigestPart of(String asked, String number) {
        return new DigestPart(from, to, code(asked), number(number));
    }

    /** Where it is asked for again, with the list of what was put forward in view. */
    public URI address() {
        return URI.create("/console/delegate?from=" + from + "&to=" + to + "&committee=" + committee + "&page=" + page
                + "#questions");
    }

    private static String code(String typed) {
        return typed != null && typed.matches("[A-Z]{1,10}") ? typed : "";
    }

    private static int number(String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(day -> day.length() == LONGEST)
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
