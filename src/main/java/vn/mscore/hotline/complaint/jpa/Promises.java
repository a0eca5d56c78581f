package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.platform.Sql;

/** Keeps what was promised as a number of working days, so that it can be computed again when the calendar changes. */
@Singleton
class Promises {
    private final Sql sql;
    private final WorkCalendar calendar;

    @Inject
    Promises(Sql sql, WorkCalendars calendars) {
        this.sql = sql;
        this.calendar = calendars.national();
    }

    void keep(Complaint complaint, LocalDate from, LocalDate due) {
        sql.update(
                "update complaint set answer_from = ?, answer_days = ?, extended_days = 0 where id = ?",
                from,
                calendar.workingDaysBetween(from, due),
                complaint.id());
    }
}
