package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.complaint.EnterCase.Entry;
import vn.mscore.hotline.complaint.EnteredCases;
import vn.mscore.hotline.complaint.life.EntryBook;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** The book in the table {@code complaint_entry}. */
@Singleton
public class SqlEntryBook implements EntryBook, EnteredCases {
    private final Sql sql;
    private final Clock clock;

    /** Stamps by {@code clock}. */
    @Inject
    SqlEntryBook(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void note(TicketNumber ticket, Entry entry, Viewer clerk) {
        sql.update(
                "insert ignore into complaint_entry (complaint_id, channel, login, name, cannot_write, read_back_at)"
                        + " select id, ?, ?, ?, ?, ? from complaint where ticket = ?",
                entry.channel(),
                clerk.login(),
                clerk.name(),
                entry.cannotWrite(),
                clock.instant(),
                ticket.digits());
    }

    @Override
    public Optional<EnteredBy> of(Viewer viewer, TicketNumber ticket) {
        if (!viewer.is(Role.OPERATOR)) {
            return Optional.empty();
        }
        return sql.first(
                "select e.* from complaint_entry e join complaint c on c.id = e.complaint_id where c.ticket = ?",
                row -> new EnteredBy(
                        row.text("name"),
                        Channel.valueOf(row.text("channel")),
                        row.flag("cannot_write"),
                        row.instant("read_back_at")),
                ticket.digits());
    }
}
