package vn.mscore.hotline.complaint.clock;

import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.complaint.CaseClock.Pause;

/** Time that does not count for a clock started at {@code started}, as of {@code now}. Pure. */
record Pauses(WorkCalendar calendar, List<Pause> pauses, Instant started, Instant now) {
    boolean open() {
        return pauses.stream().anyMatch(pause -> pause.to().isEmpty());
    }

    long minutes() {
        return pauses.stream()
                .mapToLong(pause -> calendar.workingMinutesBetween(from(pause), to(pause)))
                .sum();
    }

    /** Working days after the day a pause began until the day it ended: one from Friday to Monday, none within a day. */
    int days() {
        return pauses.stream().mapToInt(this::days).sum();
    }

    private int days(Pause pause) {
        boolean counts = to(pause).isAfter(from(pause));
        Instant from = pause.from().isBefore(started) ? started.minusNanos(1) : pause.from();
        return counts ? calendar.workingDaysBetween(calendar.dayOf(from), calendar.dayOf(to(pause))) : 0;
    }

    private Instant from(Pause pause) {
        return pause.from().isBefore(started) ? started : pause.from();
    }

    private Instant to(Pause pause) {
        return pause.to().filter(end -> end.isBefore(now)).orElse(now);
    }
}
