package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.life.Deadlines;

/** Promises by the table of clocks. */
@Singleton
public class TableDeadlines implements Deadlines {
    private final ClockTable table;
    private final Courses courses;
    private final WorkCalendar calendar;

    /** Counts on {@code calendars}. */
    @Inject
    TableDeadlines(ClockTable table, Courses courses, WorkCalendars calendars) {
        this.table = table;
        this.courses = courses;
        this.calendar = calendars.national();
    }

    @Override
    public LocalDate answer(Complaint complaint, ComplaintKind kind, String category) {
        if (courses.of(complaint.ticket()).map(Course::stands).orElse(false)) {
            return complaint.due();
        }
        int days = table.of(Step.ANSWER, kind, category, complaint.urgent()).number();
        return calendar.plusWorkingDays(since(complaint, kind).orElse(complaint.registeredOn()), days);
    }

    @Override
    public Optional<LocalDate> since(Complaint complaint, ComplaintKind kind) {
        boolean stays = kind == ComplaintKind.COMPLAINT && complaint.kind() == kind;
        return courses.of(complaint.ticket()).filter(course -> stays).map(course -> course.promised()
                .from());
    }
}
