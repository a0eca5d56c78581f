package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Promise;
import vn.mscore.hotline.platform.Sql;

/** The days told to the citizens merged into a case: who answers it answers them, so the nearest day is the one it has. */
@Singleton
class MergedDays {
    private static final String NEAREST =
            "with recursive tree (id) as (select complaint_id from complaint_merge where into_id = ?"
                    + " union select n.complaint_id from complaint_merge n join tree on n.into_id = tree.id)"
                    + " select min(c.due) as due from tree join complaint c on c.id = tree.id"
                    + " join complaint_merge m on m.complaint_id = c.id where c.state = 'TRUNG' and not c.secret"
                    + " and not exists (select 1 from complaint_words w where w.complaint_id = c.id and "
                    + SqlGivenAnswers.STANDS + ")";

    private final Sql sql;
    private final WorkCalendar calendar;

    @Inject
    MergedDays(Sql sql, WorkCalendars calendars) {
        this.sql = sql;
        this.calendar = calendars.national();
    }

    /** What is promised of a case that is extended by some working days, so that it ends no later than what was told to anybody who waits. */
    Promise nearest(long head, Promise own, int extendedDays) {
        return sql.first(NEAREST, row -> Vietnam.day(row, "due"), head)
                .flatMap(due -> due)
                .map(due -> days(own.from(), due) - extendedDays)
                .filter(days -> days < own.days())
                .map(days -> new Promise(own.from(), Math.max(0, days)))
                .orElse(own);
    }

    private int days(LocalDate from, LocalDate due) {
        return due.isAfter(from) ? calendar.workingDaysBetween(from, due) : 0;
    }
}
