package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** The offices of a sealed case's page: whole, so that no request tells which one was typed. */
@Singleton
public class OfficeList {
    private static final int MOST = 10_000;

    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    OfficeList(Units units, WorkCalendars calendars, Clock clock) {
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * An office to choose.
     *
     * @param today whether it exists today; any may be complained about, only such a one verifies
     * @param until its last day, empty while none is known
     */
    public record Office(String code, String name, boolean today, String until) {}

    /** All that ever were, by code. */
    public List<Office> all() {
        LocalDate today = calendars.national().dayOf(clock.instant());
        return units.search("", MOST).stream().map(unit -> office(unit, today)).toList();
    }

    private static Office office(Unit unit, LocalDate today) {
        return new Office(
                unit.code().value(),
                unit.name().full(),
                unit.existsOn(today),
                unit.validTo().map(Shown::day).orElse(""));
    }
}
