package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.life.Deadlines;
import vn.mscore.hotline.complaint.suggest.Repeats;
import vn.mscore.hotline.shared.TicketNumber;

/** Promises by the table of clocks. */
@Singleton
public class TableDeadlines implements Deadlines {
    private final ClockTable table;
    private final Courses courses;
    private final Repeats repeats;
    private final WorkCalendar calendar;

    /** Counts on {@code calendars}. */
    @Inject
    TableDeadlines(ClockTable table, Courses courses, Repeats repeats, WorkCalendars calendars) {
        this.table = table;
        this.courses = courses;
        this.repeats = repeats;
        this.calendar = calendars.national();
    }

    @Override
    public Answer answer(Complaint complaint, ComplaintKind kind, String category, Predicate<TicketNumber> hidden) {
        Optional<Course> course = courses.of(complaint.ticket());
        boolean stays = kind == ComplaintKind.COMPLAINT && complaint.kind() == kind;
        Optional<LocalDate> since =
                course.filter(known -> stays).map(known -> known.promised().from());
        if (course.map(Course::stands).orElse(false)) {
            return new Answer(complaint.due(), since);
        }
        int days = table.ofRepeat(kind, category)
                .filter(again -> repeats.is(complaint, category, hidden))
                .orElseGet(() -> table.of(Step.ANSWER, kind, category, complaint.urgent()))
                .number();
        LocalDate from = since.orElse(complaint.registeredOn());
        return new Answer(calendar.plusWorkingDays(from, days), since);
    }
}
