package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.life.Table;
import vn.mscore.hotline.platform.Settings;

/** The table {@code complaint/escalation.tsv}: who hears when of a clock that runs out. */
@Singleton
public class Ladder {
    private final List<Rung> rungs;
    private final WorkCalendar calendar;
    private final WorkingTime time;

    /** Whom a rung tells. */
    enum Tells {
        /** The head of the office that has it. */
        UNIT,
        /** The leader above. */
        PARENT,
        /** The standing committee of the council. */
        COUNCIL
    }

    /** One rung: at a part of the working time, or some working days late. */
    record Rung(String code, boolean part, double amount, Tells tells) {}

    /** Reads it; refuses the start when a row is wrong. */
    @Inject
    public Ladder(Settings settings, WorkCalendars calendars) {
        this.calendar = calendars.national();
        this.time = new WorkingTime(calendar);
        Table table = Table.read(settings, "escalation.tsv", 4);
        this.rungs = table.rows().stream().map(row -> rung(table, row)).toList();
    }

    private static Rung rung(Table table, String[] row) {
        boolean fits = row[0].matches("[A-Z_]{2,50}")
                && List.of("part", "late").contains(row[1])
                && row[2].matches("0\\.[0-9]{1,2}|[0-9]{1,2}")
                && List.of("unit", "parent", "council").contains(row[3]);
        table.check(fits, row);
        Tells tells = Tells.valueOf(row[3].toUpperCase(java.util.Locale.ROOT));
        return new Rung(row[0], row[1].equals("part"), Double.parseDouble(row[2]), tells);
    }

    List<Rung> rungs() {
        return rungs;
    }

    /** When a clock reaches a rung if nothing happens until then. */
    Instant at(Rung rung, Reading reading) {
        if (rung.part()) {
            return time.whenUsed(rung.amount(), reading.minutes(), reading.started(), reading.due());
        }
        return rung.amount() == 0
                ? reading.due()
                : WorkingTime.midnight(calendar.plusWorkingDays(reading.dueDay(), (int) rung.amount())
                        .plusDays(1));
    }
}
