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

    /** Of {@code complaint c}: words that came within the undo window of its end wait once the end stands. */
    static final String ENDED = " and c.state not in " + SqlCourses.WORKED_ON;

    /** Of a case: whether a decision that ends it, or those answered together with it, waits. */
    private static final String ENDING = "select p.id from complaint c join complaint_pending p"
            + " join complaint o on o.id = p.complaint_id where c.id = ? and p.command in ('ANSWER', 'REFUSE', 'PASS_OUTSIDE', 'WITHDRAW')"
            + " and (o.id = c.id or p.command = 'ANSWER' and o.cluster = c.cluster)";

    /** Of a case and those answered together with it. */
    private static final String WAITING_IN_WORK = "select c.id from complaint c where c.unread_due is not null"
            + " and (c.id = ? or c.cluster = (select o.cluster from complaint o where o.id = ?))"
            + " and c.state in " + SqlCourses.WORKED_ON;

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
        boolean read = complaint.state().isWorkedOn() && !isEnding(complaint.id());
        if (complaint.secret() || read) {
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
    public void goesOn(Complaint complaint) {
        sql.ids(WAITING_IN_WORK, complaint.id(), complaint.id()).stream()
                .filter(id -> !isEnding(id))
                .forEach(id -> sql.update("update complaint set unread_due = null where id = ?", id));
    }

    private boolean isEnding(long complaint) {
        return sql.exists(ENDING, complaint);
    }

    @Override
    public boolean waits(Complaint complaint) {
        return sql.exists("select id from complaint where id = ? and unread_due is not null", complaint.id());
    }

    @Override
    public boolean read(Complaint complaint) {
        String waiting = "update complaint set unread_due = null where id = ? and unread_due is not null";
        return sql.update(waiting, complaint.id()) > 0;
    }
}
