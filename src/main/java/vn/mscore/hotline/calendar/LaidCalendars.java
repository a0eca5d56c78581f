package vn.mscore.hotline.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.calendar.TableCalendars.Table;

/** Calendars whose tables may be laid over while the house is open: who keeps a calendar of theirs sees the new days. */
public final class LaidCalendars implements WorkCalendars {
    private final List<Table> below;
    private volatile TableCalendars now;

    /** Refuses malformed tables as {@link TableCalendars} does. */
    public LaidCalendars(List<Table> below) {
        this.below = List.copyOf(below);
        this.now = new TableCalendars(this.below);
    }

    /** Replaces what lies on top. */
    public void lay(Table top) {
        List<Table> tables = new ArrayList<>(below);
        tables.add(top);
        now = new TableCalendars(tables);
    }

    @Override
    public WorkCalendar national() {
        return of("");
    }

    @Override
    public WorkCalendar of(String unitCode) {
        return new OfficeCalendar(day -> now.hoursOf(unitCode, day), day -> now.whyOf(unitCode, day));
    }

    /** Hours as in the tables. */
    public String hours(String unitCode, LocalDate day) {
        return now.hoursOf(unitCode, day).text();
    }

    /** As {@link TableCalendars#years}. */
    public java.util.Set<Integer> years() {
        return now.years();
    }
}
