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
    public Answer answer(Complaint complaint, ComplaintKind kind, String category) {
        Optional<Course> course = courses.of(complaint.ticket());
        boolean stays = kind == ComplaintKind.COMPLAINT && complaint.kind() == kind;
        Optional<LocalDate> since =
                course.filter(known -> stays).map(known -> known.promised().from());
        boolean told = course.map(Course::stands).orElse(false);
        return new Answer(told ? complaint.due() : due(complaint, kind, category, since), since);
    }

    private LocalDate due(Complaint complaint, ComplaintKind kind, String category, Optional<LocalDate> since) {
        int days = table.of(Step.ANSWER, kind, category, complaint.urgent()).number();
        return calendar.plusWorkingDays(since.orElse(complaint.registeredOn()), days);
    }
}
