package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.life.Unread;
import vn.mscore.hotline.platform.Sql;

/** The column {@code unread_due} of {@code complaint}. */
@Singleton
public class SqlUnread implements Unread {
    private static final int WORKING_DAYS = 1;

    private final Sql sql;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Counts days as the whole country does. */
    @Inject
    SqlUnread(Sql sql, WorkCalendars calendars, Clock clock) {
        this.sql = sql;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public void came(Complaint complaint) {
        if (complaint.secret() || complaint.state().isWorkedOn()) {
            return;
        }
        LocalDate due = calendar.plusWorkingDays(calendar.dayOf(clock.instant()), WORKING_DAYS);
        sql.update("update complaint set unread_due = ? where id = ? and unread_due is null", due, complaint.id());
    }

    /** The case went on: who works on it reads all there is. */
    void moved(Complaint complaint, State to) {
        if (to.isWorkedOn()) {
            read(complaint);
        }
    }

    @Override
    public boolean read(Complaint complaint) {
        String waiting = "update complaint set unread_due = null where id = ? and unread_due is not null";
        return sql.update(waiting, complaint.id()) > 0;
    }
}
