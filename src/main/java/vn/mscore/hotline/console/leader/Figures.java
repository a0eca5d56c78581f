package vn.mscore.hotline.console.leader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.mscore.hotline.shared.Language;

/** Numbers and days as the reader writes them. */
public record Figures(Language language) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** One decimal, with a comma in Vietnamese. */
    public String decimal(double value) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : new Locale("vi");
        return String.format(locale, "%.1f", value);
    }

    /** A share as whole percent. */
    public String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** {@code 20/08/2026}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 20/08/2026 14:30}, in Vietnam. */
    public String time(Instant at) {
        return TIME.format(at.atOffset(VIETNAM));
    }

    /** Whole minutes between two instants, never negative. */
    public static long minutes(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
