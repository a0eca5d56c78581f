package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.shared.TicketNumber;

/** Closes tickets whose answer nobody replied to within ten working days; urgent ones wait for a person, sealed ones for two. */
@Singleton
public class CloseUnanswered implements Job {
    private static final int WORKING_DAYS = 10;
    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final InTransaction transaction;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    CloseUnanswered(Complaints complaints, InTransaction transaction, WorkCalendars calendars, Clock clock) {
        this.complaints = complaints;
        this.transaction = transaction;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaint.close-unanswered";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        LocalDate today = calendar.dayOf(clock.instant());
        LocalDate latest = today.minusDays(WORKING_DAYS + 1);
        List<TicketNumber> candidates = transaction.call(() -> complaints.answeredUntil(latest, AT_ONCE));
        return candidates.stream()
                .mapToInt(ticket -> transaction.call(() -> close(ticket, today)))
                .sum();
    }

    private int close(TicketNumber ticket, LocalDate today) {
        return complaints
                .find(ticket)
                .filter(complaint -> isOver(complaint, today))
                .map(complaint -> {
                    complaints.move(complaint, Step.to(State.DONG, complaint, "clock", "no-reply"));
                    return 1;
                })
                .orElse(0);
    }

    private boolean isOver(Complaint complaint, LocalDate today) {
        return complaint.state() == State.DA_TRA_LOI
                && !complaint.urgent()
                && !complaint.secret()
                && complaint
                        .answeredOn()
                        .map(day -> calendar.workingDaysBetween(day, today) > WORKING_DAYS)
                        .orElse(false);
    }
}
