package vn.mscore.hotline.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import vn.mscore.hotline.shared.Require;

/**
 * Dates and times as other programs and clerks write them. Two readings are refused, never guessed: day before month with a
 * four-digit year, or ISO 8601; a spreadsheet's day number is neither. Throws {@link IllegalArgumentException} with a
 * sentence for people.
 */
public final class WrittenTimes {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter CLERK_DAY = strict("dd/MM/uuuu");
    private static final DateTimeFormatter CLERK_MINUTE = strict("dd/MM/uuuu HH:mm");
    private static final DateTimeFormatter CLERK_SECOND = strict("dd/MM/uuuu HH:mm:ss");
    /** Offices are older than their software; no dossier is. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;
    private static final String DAY = "phải là ngày/tháng/năm, ví dụ 20/08/2026 / must be dd/mm/yyyy or yyyy-mm-dd";
    private static final String TIME =
            "phải là 20/08/2026 hoặc 20/08/2026 14:30 / must be dd/mm/yyyy [hh:mm] or ISO 8601 with an offset";
    private static final String ISO =
            "phải có múi giờ, ví dụ 2026-08-20T17:00:00+07:00 / must be ISO 8601 with an offset";

    private WrittenTimes() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code 20/08/2026} or {@code 2026-08-20}, years 1900 to 2100. */
    public static LocalDate day(String text) {
        try {
            LocalDate day = text.contains("/") ? LocalDate.parse(text, CLERK_DAY) : LocalDate.parse(text);
            return inRange(day, DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(DAY, e);
        }
    }

    /** {@code 2026-08-20T17:00:00+07:00}: an offset is required. */
    public static Instant isoTime(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            inRange(time.toLocalDate(), ISO);
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(ISO, e);
        }
    }

    /** As {@link #isoTime}, or {@code 20/08/2026 14:30[:00]} Vietnamese time; a bare date is {@code atDay} of that day. */
    public static Instant clerkTime(String text, LocalTime atDay) {
        if (!text.contains("/")) {
            return isoTime(text);
        }
        try {
            LocalDateTime time =
                    switch (text.length()) {
                        case 10 -> LocalDate.parse(text, CLERK_DAY).atTime(atDay);
                        case 16 -> LocalDateTime.parse(text, CLERK_MINUTE);
                        default -> LocalDateTime.parse(text, CLERK_SECOND);
                    };
            inRange(time.toLocalDate(), TIME);
            return time.toInstant(VIETNAM);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TIME, e);
        }
    }

    private static LocalDate inRange(LocalDate day, String sentence) {
        Require.that(day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, sentence);
        return day;
    }
}
