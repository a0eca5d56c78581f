package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The table {@code complaint_accused}; the newest row of a case counts. */
@Singleton
public class SqlAccusedOffices implements AccusedOffices {
    private final Sql sql;
    private final Complaints complaints;
    private final Ids ids;
    private final Clock clock;

    /** Logs through {@code complaints}. */
    @Inject
    SqlAccusedOffices(Sql sql, Complaints complaints, Ids ids, Clock clock) {
        this.sql = sql;
        this.complaints = complaints;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Accused> of(TicketNumber ticket) {
        return sql.first(
                "select a.unit from complaint_accused a join complaint c on c.id = a.complaint_id"
                        + " where c.ticket = ? and not c.secret order by a.id desc limit 1",
                row -> new Accused(Optional.ofNullable(row.text("unit")).map(UnitCode::new)),
                ticket.digits());
    }

    @Override
    public Map<TicketNumber, Accused> of(List<TicketNumber> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        String marks = "?" + ", ?".repeat(tickets.size() - 1);
        Map<TicketNumber, Accused> stated = new HashMap<>();
        sql.rows(
                        "select c.ticket, a.unit from complaint c join complaint_accused a on a.id = (select max(n.id) from"
                                + " complaint_accused n where n.complaint_id = c.id) where not c.secret and c.ticket in ("
                                + marks + ")",
                        row -> Map.entry(
                                new TicketNumber(row.text("ticket")),
                                new Accused(
                                        Optional.ofNullable(row.text("unit")).map(UnitCode::new))),
                        tickets.stream().map(TicketNumber::digits).toArray())
                .forEach(one -> stated.put(one.getKey(), one.getValue()));
        return stated;
    }

    @Override
    public void state(Complaint complaint, Accused accused, String login) {
        String before =
                of(complaint.ticket()).map(was -> was.code() + CaseLog.TO).orElse("");
        sql.update(
                "insert into complaint_accused (id, complaint_id, unit, at, login) values (?, ?, ?, ?, ?)",
                ids.next(),
                complaint.id(),
                accused.unit().map(UnitCode::value),
                clock.instant(),
                login);
        complaints.log(complaint, login, "accused", before + accused.code());
    }
}
