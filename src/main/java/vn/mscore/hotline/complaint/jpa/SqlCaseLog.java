package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.CaseLink;
import vn.mscore.hotline.access.CaseWords;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseTouched;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * The log in the table {@code complaint_event}: every entry raises the version of its ticket by one and holds the hash of
 * the entry before it, over what was written with it too; the ticket's row holds the newest hash, so that a cut-off end
 * shows, and {@link SealCaseLogs} notes it elsewhere.
 */
@Singleton
public class SqlCaseLog implements CaseLog {
    private static final String COLUMNS =
            "select e.id, e.at, e.actor, e.deed, e.from_state, e.to_state, e.from_unit, e.to_unit, e.note, e.version, e.hash";

    private final Sql sql;
    private final SqlCaseWords written;
    private final Ids ids;
    private final Facts facts;
    private final Clock clock;

    /** Tells every entry to {@code facts}. */
    @Inject
    SqlCaseLog(Sql sql, SqlCaseWords written, Ids ids, Facts facts, Clock clock) {
        this.written = written;
        this.sql = sql;
        this.ids = ids;
        this.facts = facts;
        this.clock = clock;
    }

    private record Head(int version, byte[] hash) {}

    /** Adds an entry; the row of the ticket is locked by its reader. Call it after the rows it is about. */
    void append(Complaint complaint, Optional<State> from, Step step, String note) {
        long id = complaint.id();
        Head head = head(id);
        Entry entry = new Entry(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                step.actor(),
                step.deed(),
                from,
                step.to(),
                complaint.unit(),
                unitNow(id),
                note,
                head.version() + 1);
        List<CaseWords> with = head.version() == 0 ? List.of() : written.open(id);
        String words = CaseWords.digest(with);
        byte[] hash = link(id, entry, words).chained(head.hash());
        insert(id, entry, words, hash);
        written.vouch(with, entry.version());
        sql.update("update complaint set version = ?, log_head = ? where id = ?", entry.version(), hash, id);
        facts.tell(new CaseTouched(complaint.ticket(), entry.deed(), entry.version(), complaint.secret()));
    }

    private static CaseLink link(long complaint, Entry entry, String words) {
        return new CaseLink(
                complaint,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.deed(),
                entry.from().map(Enum::name).orElse(""),
                entry.to().name(),
                entry.fromUnit().map(UnitCode::value).orElse(""),
                entry.toUnit().map(UnitCode::value).orElse(""),
                entry.note(),
                entry.version(),
                words);
    }

    private Head head(long complaint) {
        return sql.first(
                        "select version, log_head from complaint where id = ? for update",
                        row -> new Head((int) row.number("version"), row.bytes("log_head")),
                        complaint)
                .orElseThrow();
    }

    private Optional<UnitCode> unitNow(long complaint) {
        return sql.first("select unit from complaint where id = ?", row -> unit(row, "unit"), complaint)
                .flatMap(unit -> unit);
    }

    private void insert(long complaint, Entry entry, String words, byte[] hash) {
        sql.update(
                "insert into complaint_event (id, complaint_id, at, actor, deed, from_state, to_state, from_unit, to_unit,"
                        + " note, version, words, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id(),
                complaint,
                entry.at(),
                entry.actor(),
                entry.deed(),
                entry.from(),
                entry.to(),
                entry.fromUnit().map(UnitCode::value),
                entry.toUnit().map(UnitCode::value),
                entry.note(),
                entry.version(),
                words.isEmpty() ? null : HexFormat.of().parseHex(words),
                hash);
    }

    @Override
    public List<Entry> of(TicketNumber ticket) {
        return since(ticket, -1);
    }

    @Override
    public List<Entry> since(TicketNumber ticket, int version) {
        return sql.rows(
                COLUMNS + " from complaint_event e join complaint c on c.id = e.complaint_id"
                        + " where c.ticket = ? and e.version > ? order by e.version, e.id",
                SqlCaseLog::entry,
                ticket.digits(),
                version);
    }

    private static Entry entry(Sql.Row row) throws SQLException {
        Instant at = row.instant("at");
        return new Entry(
                row.number("id"),
                at,
                row.text("actor"),
                row.text("deed"),
                Optional.ofNullable(row.text("from_state")).map(State::valueOf),
                State.valueOf(row.text("to_state")),
                unit(row, "from_unit"),
                unit(row, "to_unit"),
                row.text("note"),
                (int) row.number("version"));
    }

    private static Optional<UnitCode> unit(Sql.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).map(UnitCode::new);
    }
}
