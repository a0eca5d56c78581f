package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;

/** How long an answered case waits for the verdict of its citizen: ten working days (R7). */
@Singleton
class Closing {
    private static final int WORKING_DAYS = 10;
    private static final Duration LEAST = Duration.ofHours(72);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final WorkCalendar calendar;
    private final Clock clock;

    @Inject
    Closing(WorkCalendars calendars, Clock clock) {
        this.calendar = calendars.national();
        this.clock = clock;
    }

    LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    /** No case that was answered later is over by now. */
    LocalDate latestAnswer() {
        return today().minusDays(WORKING_DAYS + 1);
    }

    /** Urgent ones wait for a person, sealed ones for two. */
    boolean isOver(Complaint complaint) {
        return !complaint.urgent() && !complaint.secret() && isSilent(complaint);
    }

    /** Answered ten working days ago, and nobody replied. */
    boolean isSilent(Complaint complaint) {
        return complaint.state() == State.DA_TRA_LOI
                && complaint
                        .answeredOn()
                        .map(day -> calendar.workingDaysBetween(day, today()) > WORKING_DAYS)
                        .orElse(false);
    }

    /** From now to the end of the last day before it is closed, at least three days. */
    Duration left(LocalDate answeredOn) {
        LocalDate over = calendar.plusWorkingDays(answeredOn, WORKING_DAYS + 1);
        Duration left = Duration.between(clock.instant(), over.atStartOfDay(VIETNAM));
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }
}
