package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.life.Deadlines;
import vn.mscore.hotline.complaint.suggest.Repeats;

/** Promises by the table of clocks. */
@Singleton
public class TableDeadlines implements Deadlines {
    private final ClockTable table;
    private final Courses courses;
    private final Repeats repeats;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Counts on {@code calendars}. */
    @Inject
    TableDeadlines(ClockTable table, Courses courses, Repeats repeats, WorkCalendars calendars, Clock clock) {
        this.table = table;
        this.courses = courses;
        this.repeats = repeats;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public Answer answer(Complaint complaint, ComplaintKind kind, String category) {
        Optional<Course> course = courses.of(complaint.ticket());
        boolean stays = kind == ComplaintKind.COMPLAINT && complaint.kind() == kind;
        Optional<LocalDate> since =
                course.filter(known -> stays).map(known -> known.promised().from());
        boolean told = course.map(Course::stands).orElse(false);
        LocalDate counted = due(complaint, kind, category, since);
        // A khiếu nại counts from the day its citizen said that it is one: that was told anew.
        LocalDate due = since.isPresent() ? counted : kept(complaint, counted);
        // A part that was split off has the day of the first: what was over when it was written is owed that day.
        LocalDate written =
                course.map(known -> calendar.dayOf(known.registered())).orElse(due);
        return new Answer(told ? complaint.due() : due.isBefore(written) ? written : due, since);
    }

    /** A day that the citizen was told is put off with a reason that he is told (an extension), not by sorting the case anew. */
    private LocalDate kept(Complaint complaint, LocalDate due) {
        return courses.told(complaint)
                .map(told -> calendar.plusWorkingDays(told.from(), told.days()))
                .filter(due::isAfter)
                .orElse(due);
    }

    private LocalDate due(Complaint complaint, ComplaintKind kind, String category, Optional<LocalDate> since) {
        int days = table.of(Step.ANSWER, kind, category, complaint.urgent()).number();
        LocalDate usual = calendar.plusWorkingDays(since.orElse(complaint.registeredOn()), days);
        return table.ofRepeat(kind, category)
                .filter(again -> repeats.is(complaint, category))
                .map(again -> sooner(complaint, usual, again.number()))
                .orElse(usual);
    }

    /** What is said again is answered sooner, and not before who answers can have it; sorted once more it keeps its day. */
    private LocalDate sooner(Complaint complaint, LocalDate usual, int days) {
        LocalDate soon = calendar.plusWorkingDays(calendar.dayOf(clock.instant()), days);
        boolean kept = complaint.classified() && complaint.due().isBefore(usual);
        LocalDate day = kept ? complaint.due() : soon;
        return day.isBefore(usual) ? day : usual;
    }
}
