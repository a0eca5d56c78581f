package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.UnreadWords;
import vn.mscore.hotline.complaint.life.Unread;
import vn.mscore.hotline.platform.Sql;

/** The column {@code unread_due} of {@code complaint}. */
@Singleton
public class SqlUnread implements Unread, UnreadWords {
    private static final int WORKING_DAYS = 1;
    private static final String WAITING = " from complaint c where c.secret = 0 and c.unread_due ";

    private final Sql sql;
    private final Seals seals;
    private final SqlCaseRows rows;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Opens through {@code seals}. */
    @Inject
    SqlUnread(Sql sql, Seals seals, SqlCaseRows rows, WorkCalendars calendars, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.rows = rows;
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

    @Override
    public List<Item> after(LocalDate day, String ticket, int limit) {
        return sql.rows(
                "select c.*" + WAITING + ">= ? and (c.unread_due > ? or c.ticket > ?)"
                        + " order by c.unread_due, c.ticket limit ?",
                row -> new Item(rows.row(row), Vietnam.day(row, "unread_due").orElseThrow(), title(row.number("id"))),
                day,
                day,
                ticket,
                limit);
    }

    private String title(long complaint) {
        return sql.first(
                        "select id, words_sealed from complaint_words where complaint_id = ? and author = 'CITIZEN'"
                                + " order by id desc limit 1",
                        this::words,
                        complaint)
                .orElse("");
    }

    private String words(Sql.Row row) throws SQLException {
        return Shown.title(Shown.words(seals.words(row.number("id"), row.bytes("words_sealed"))));
    }

    @Override
    public int count(int limit) {
        return sql.count("select count(*) as n from (select 1" + WAITING + "is not null limit ?) as some", limit);
    }
}
