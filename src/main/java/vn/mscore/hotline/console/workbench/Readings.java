package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Words;

/** Makes a {@link Reading} for whoever asks. */
@Singleton
public class Readings {
    private final Words words;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public Readings(Words words, WorkCalendars calendars, Clock clock) {
        this.words = words;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    /** Now, in the reader's language. */
    public Reading of(Asked asked) {
        return new Reading(words, asked.language(), calendar, clock.instant());
    }
}
