package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Which office may still get something, and who stands for one of the past: one rule for the open and the sealed lane. */
@Singleton
public class OfficesOfToday {
    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    OfficesOfToday(Units units, WorkCalendars calendars, Clock clock) {
        this.units = units;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    /** Who answers today for what {@code unit} did in {@code field}, empty text for all fields. */
    public UnitCode standsFor(UnitCode unit, String field) {
        return units.successor(unit, field, day());
    }

    /** An office of the past gets nothing: who follows it in {@code field} is told, and a person decides. */
    public Optional<Reason> ended(UnitCode unit, String field) {
        return isThere(unit)
                ? Optional.empty()
                : Optional.of(new Reason("complaint.unit-ended", sentence(unit, field)));
    }

    private String sentence(UnitCode unit, String field) {
        UnitCode next = standsFor(unit, field);
        String name = next.value() + " " + units.name(next).full();
        return isThere(next)
                ? "đơn vị này không còn, nay là " + name + " / this office is no more, its successor is " + name
                : "đơn vị này không còn hoặc chưa có, chưa rõ đơn vị kế thừa"
                        + " / this office does not exist today, and no successor is known";
    }

    /** Whether it exists today. */
    public boolean isThere(UnitCode unit) {
        return units.find(unit).filter(found -> found.existsOn(day())).isPresent();
    }

    /** Today in Vietnam. */
    public LocalDate day() {
        return calendar.dayOf(clock.instant());
    }
}
