package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.PendingDeeds;
import vn.mscore.hotline.complaint.life.Waiting;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Decisions within their undo window, in the table {@code complaint_pending}; their words are sealed. */
@Singleton
public class SqlWaiting implements Waiting, PendingDeeds {
    private static final String OF_TICKET =
            "select p.* from complaint_pending p join complaint c on c.id = p.complaint_id where c.ticket = ?";

    private final Sql sql;
    private final Seals seals;
    private final Ids ids;

    /** Seals through {@code seals}. */
    @Inject
    SqlWaiting(Sql sql, Seals seals, Ids ids) {
        this.sql = sql;
        this.seals = seals;
        this.ids = ids;
    }

    @Override
    public Optional<Deed> find(Complaint complaint) {
        return sql.first("select * from complaint_pending where complaint_id = ?", this::deed, complaint.id());
    }

    private Deed deed(Sql.Row row) throws SQLException {
        Place place = place(row.number("id"));
        return new Deed(
                CaseCommand.valueOf(row.text("command")),
                unit(row),
                Optional.ofNullable(row.bytes("words_sealed")).map(words -> seals.office(place, words)),
                row.flag("by_sms"),
                (int) row.number("days"),
                new By(row.number("account"), row.text("login"), row.text("name"), Role.valueOf(row.text("role"))),
                row.instant("leaves_at"));
    }

    private static Optional<UnitCode> unit(Sql.Row row) throws SQLException {
        return Optional.ofNullable(row.text("unit")).map(UnitCode::new);
    }

    private static Place place(long id) {
        return new Place("complaint_pending", "words_sealed", id);
    }

    @Override
    public void put(Complaint complaint, Deed deed) {
        long id = ids.next();
        sql.update(
                "insert into complaint_pending (complaint_id, id, command, unit, words_sealed, by_sms, days, account, login, name,"
                        + " role, leaves_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                complaint.id(),
                id,
                deed.command(),
                deed.unit().map(UnitCode::value),
                deed.words().map(words -> seals.office(place(id), complaint.secret(), words)),
                deed.bySms(),
                deed.days(),
                deed.by().account(),
                deed.by().login(),
                deed.by().name(),
                deed.by().role(),
                deed.leavesAt());
    }

    @Override
    public void remove(Complaint complaint) {
        sql.update("delete from complaint_pending where complaint_id = ?", complaint.id());
    }

    @Override
    public List<Long> due(Instant now, int limit) {
        return sql.rows(
                "select complaint_id from complaint_pending where leaves_at <= ? order by leaves_at limit ?",
                row -> row.number("complaint_id"),
                now,
                limit);
    }

    @Override
    public Optional<Pending> of(TicketNumber ticket) {
        return sql.first(OF_TICKET, row -> pending(row, Optional.empty()), ticket.digits());
    }

    @Override
    public Optional<Pending> own(String login, TicketNumber ticket) {
        return sql.first(
                OF_TICKET + " and p.login = ?", row -> pending(row, deed(row).words()), ticket.digits(), login);
    }

    private static Pending pending(Sql.Row row, Optional<String> words) throws SQLException {
        return new Pending(
                CaseCommand.valueOf(row.text("command")),
                unit(row),
                row.instant("leaves_at"),
                row.text("name"),
                words,
                row.flag("by_sms"));
    }
}
