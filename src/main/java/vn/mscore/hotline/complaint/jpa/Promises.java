package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.clock.Courses;
import vn.mscore.hotline.platform.Sql;

/** Keeps what was promised as a number of working days, so that it can be computed again when the calendar changes; ends pauses. */
@Singleton
class Promises {
    /** What an office waited for is over with its work, at the desk again too. A merge is not here: taken back, it leaves everything as it was. */
    private static final Set<State> ENDS_PAUSE = EnumSet.of(
            State.PHAN_LOAI, State.DA_TRA_LOI, State.MO_LAI, State.DONG, State.TU_CHOI, State.CHUYEN_KHAC, State.RUT);

    private final Sql sql;
    private final Courses courses;
    private final WorkCalendar calendar;

    @Inject
    Promises(Sql sql, Courses courses, WorkCalendars calendars) {
        this.sql = sql;
        this.courses = courses;
        this.calendar = calendars.national();
    }

    /** What became something else and counts from another day than its receipt takes no pause of before with it. */
    void keep(Complaint complaint, Classification found) {
        found.from().filter(day -> found.kind() != complaint.kind()).ifPresent(day -> {
            courses.resume(complaint);
            forget(complaint);
        });
        keep(complaint, found.from().orElse(complaint.registeredOn()), found.due());
    }

    /** It is opened again: what was told before is over. */
    void again(Complaint complaint, LocalDate from, LocalDate due) {
        forget(complaint);
        keep(complaint, from, due);
    }

    private void forget(Complaint complaint) {
        sql.update("update complaint set told_from = null, told_days = null where id = ?", complaint.id());
    }

    void keep(Complaint complaint, LocalDate from, LocalDate due) {
        sql.update(
                "update complaint set answer_from = ?, answer_days = ?, extended_days = 0 where id = ?",
                from,
                calendar.workingDaysBetween(from, due),
                complaint.id());
    }

    /** Whether the day that was told stays what it is. */
    boolean stands(Complaint complaint) {
        return courses.of(complaint.ticket()).map(Course::stands).orElse(false);
    }

    /** It goes to an office, and its citizen is told {@code due}: unless the day is the law's or his own, which promises nothing. */
    void told(Complaint complaint, LocalDate due) {
        courses.of(complaint.ticket())
                .filter(course -> course.kind() != ComplaintKind.COMPLAINT
                        || course.guided().isEmpty() && course.signed().isEmpty())
                .map(course -> course.promised().from())
                .ifPresent(from -> sql.update(
                        "update complaint set told_from = ?, told_days = ? where id = ?",
                        from,
                        Math.max(0, calendar.workingDaysBetween(from, due)),
                        complaint.id()));
    }

    void reached(Complaint complaint, State state) {
        if (ENDS_PAUSE.contains(state)) {
            courses.resume(complaint);
        }
    }
}
