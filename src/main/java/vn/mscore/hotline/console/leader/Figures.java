package vn.mscore.hotline.console.leader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.shared.Language;

/** Numbers and days as the reader writes them. */
public record Figures(Language language) {
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
        return Shown.day(day);
    }

    /** {@code 20/08/2026 14:30}, in Vietnam. */
    public String time(Instant at) {
        return Shown.time(at);
    }

    /** Whole minutes between two instants, never negative. */
    public static long minutes(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
