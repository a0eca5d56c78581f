package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import vn.mscore.hotline.platform.Settings;

/** Letters of the sealed lane leave once a week, so that the day of a letter tells nothing of the day of a visit (L14). */
@Singleton
class LetterDays {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DayOfWeek day;
    private final Clock clock;

    @Inject
    LetterDays(Settings settings, Clock clock) {
        this.day = DayOfWeek.of(settings.number("hotline.sealed.letterDay", DayOfWeek.FRIDAY.getValue(), 1, 7));
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /** The next day of letters, never today: until then it can be taken back. */
    LocalDate next() {
        return today().with(TemporalAdjusters.next(day));
    }
}
