package vn.mscore.hotline.complaint.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import vn.mscore.hotline.calendar.WorkCalendar;

/** Counts working minutes forward on a calendar. Pure. */
final class WorkingTime {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int LONGEST_DAYS = 800;

    private final WorkCalendar calendar;

    WorkingTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM);
    }

    /** When {@code part} of {@code minutes} is used, so that the rest is left until {@code due}: pauses lie between, wherever. */
    Instant whenUsed(double part, long minutes, Instant started, Instant due) {
        long whole = calendar.workingMinutesBetween(started, due);
        return plus(started, Math.max(0, whole - Math.round(minutes * (1 - part))));
    }

    /** The first instant at which {@code minutes} of work have passed since {@code from}. */
    Instant plus(Instant from, long minutes) {
        long left = minutes;
        Instant at = from;
        LocalDate day = calendar.dayOf(from);
        for (int i = 0; i < LONGEST_DAYS; i++) {
            Instant end = midnight(day.plusDays(1));
            long today = calendar.workingMinutesBetween(at, end);
            if (today >= left) {
                return within(at, end, left);
            }
            left -= today;
            at = end;
            day = day.plusDays(1);
        }
        throw new IllegalStateException("the calendar has too little working time");
    }

    /** Narrows the day down to the minute. */
    private Instant within(Instant from, Instant to, long minutes) {
        long low = 0;
        long high = to.getEpochSecond() - from.getEpochSecond();
        while (low < high) {
            long middle = (low + high) / 2;
            boolean enough = calendar.workingMinutesBetween(from, from.plusSeconds(middle)) >= minutes;
            high = enough ? middle : high;
            low = enough ? low : middle + 1;
        }
        return from.plusSeconds(low);
    }
}
