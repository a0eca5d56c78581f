package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.CaseNotes.Note;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.complaint.life.Written;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Texts of the offices in the table {@code complaint_note}; the next entry of the case's log vouches for them. */
@Singleton
public class SqlWritten implements Written {
    /** A reason whose entry of the log is a pause; those from before entries vouched for reasons were written for the own office. */
    private static final String WHY_PAUSED =
            "n.kind = 'REASON' and n.version > 0 and exists (select 1 from complaint_event v"
                    + " where v.complaint_id = n.complaint_id and v.version = n.version and v.deed = 'pause')";

    private final Sql sql;
    private final Seals seals;
    private final Ids ids;
    private final Clock clock;

    /** Seals through {@code seals}. */
    @Inject
    SqlWritten(Sql sql, Seals seals, Ids ids, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void add(Held held, Kind kind, String text) {
        add(held, held.viewer().unit(), kind, text);
    }

    @Override
    public void addFor(UnitCode unit, Held held, String text) {
        add(held, Optional.of(unit), Kind.NOTE, text);
    }

    private void add(Held held, Optional<UnitCode> readers, Kind kind, String text) {
        long id = ids.next();
        Salted salted = Salted.of(text);
        sql.update(
                "insert into complaint_note (id, complaint_id, kind, at, login, name, role, unit, text_sealed, proof,"
                        + " version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                id,
                held.complaint().id(),
                kind,
                clock.instant(),
                held.viewer().login(),
                held.viewer().name(),
                held.viewer().role(),
                readers.map(UnitCode::value),
                seals.office(place(id), held.complaint().secret(), salted.kept()),
                salted.proof());
    }

    @Override
    public List<Note> of(TicketNumber ticket) {
        return sql.rows(
                "select n.*, if(" + WHY_PAUSED
                        + ", 'PAUSE', n.kind) as said from complaint_note n join complaint c on c.id = n.complaint_id where c.ticket = ?"
                        + " order by n.id",
                this::note,
                ticket.digits());
    }

    private Note note(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Note(
                id,
                Kind.valueOf(row.text("said")),
                row.instant("at"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                new Salted(seals.office(place(id), row.bytes("text_sealed"))).text());
    }

    private static Place place(long id) {
        return new Place("complaint_note", "text_sealed", id);
    }
}
