package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Computes all deadlines again when the calendar, or how soon a category is to be passed on, is another than before. */
@Singleton
public class FollowCalendar implements Job {
    private static final int PAST = 400;
    private static final int AHEAD = 800;
    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final Courses courses;
    private final ClockKeeper keeper;
    private final InTransaction transaction;
    private final WorkCalendar calendar;
    private final Categories categories;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    FollowCalendar(
            Complaints complaints,
            Courses courses,
            ClockKeeper keeper,
            InTransaction transaction,
            WorkCalendars calendars,
            Categories categories,
            Clock clock) {
        this.complaints = complaints;
        this.courses = courses;
        this.keeper = keeper;
        this.transaction = transaction;
        this.calendar = calendars.national();
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaint.follow-calendar";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        byte[] now = fingerprint();
        if (!transaction.call(() -> courses.calendarChanged(now))) {
            return 0;
        }
        int moved = recompute();
        // Only now: whoever is stopped half-way begins again, and what is right already stays as it is.
        transaction.run(() -> courses.calendarFollowed(now));
        return moved;
    }

    private int recompute() {
        int moved = 0;
        long after = 0;
        List<Long> cases = page(after);
        while (!cases.isEmpty()) {
            for (long id : cases) {
                moved += transaction.call(
                        () -> complaints.byId(id).map(this::again).orElse(0));
                after = id;
            }
            cases = page(after);
        }
        return moved;
    }

    private List<Long> page(long after) {
        return transaction.call(() -> courses.open(after, AT_ONCE));
    }

    private int again(Complaint complaint) {
        boolean moved = keeper.keep(complaint);
        if (moved) {
            complaints.log(complaint, "clock", "calendar");
        }
        return moved ? 1 : 0;
    }

    /** Of the working minutes of every day around today, counted from the first of a year, and of the days to forward. */
    private byte[] fingerprint() {
        LocalDate first = calendar.dayOf(clock.instant()).withDayOfYear(1).minusDays(PAST);
        StringBuilder days = new StringBuilder();
        first.datesUntil(first.plusDays(PAST + AHEAD)).forEach(day -> days.append(day)
                .append(' ')
                .append(calendar.workingMinutesBetween(
                        WorkingTime.midnight(day), WorkingTime.midnight(day.plusDays(1))))
                .append('\n'));
        categories.all().forEach(each -> each.forwardDays()
                .ifPresent(most ->
                        days.append(each.code()).append(' ').append(most).append('\n')));
        try {
            return MessageDigest.getInstance("SHA-256").digest(days.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }
}
