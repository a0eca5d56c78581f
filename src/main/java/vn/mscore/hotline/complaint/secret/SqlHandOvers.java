package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.HandedOver;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.UnitCode;

/** The table {@code sealed_handover}. */
@Singleton
class SqlHandOvers {
    private static final String TABLE = "sealed_handover";
    private static final String COLUMNS = "select * from sealed_handover";

    private final Sql sql;
    private final SecretSeal seal;
    private final Ids ids;

    @Inject
    SqlHandOvers(Sql sql, SecretSeal seal, Ids ids) {
        this.sql = sql;
        this.seal = seal;
        this.ids = ids;
    }

    /** A row. */
    record HandOver(
            long id,
            long complaint,
            UnitCode unit,
            String words,
            String dossier,
            Optional<String> conflict,
            Optional<String> override,
            long proposedBy,
            String proposedName,
            Optional<String> confirmedName,
            Optional<LocalDate> leaves,
            Optional<LocalDate> sent,
            boolean withdrawn) {
        boolean isProposal() {
            return confirmedName.isEmpty() && !withdrawn;
        }

        String mark() {
            return HandedOver.markOf(unit, words, conflict);
        }

        boolean mayBeWithdrawn() {
            return sent.isEmpty() && !withdrawn;
        }
    }

    /** What is proposed. */
    record Draft(
            SealedCase held, UnitCode unit, String dossier, Optional<String> conflict, Optional<String> override) {}

    void propose(Draft draft, Viewer viewer, LocalDate today) {
        long id = ids.next();
        sql.update(
                "insert into sealed_handover (id, complaint_id, unit, words_sealed, dossier_masked, conflict,"
                        + " override_sealed, proposed_by, proposed_name, proposed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                draft.held().id(),
                draft.unit().value(),
                seal.seal(TABLE, "words_sealed", id, draft.held().summary().orElseThrow()),
                draft.dossier(),
                draft.conflict(),
                draft.override().map(reason -> seal.seal(TABLE, "override_sealed", id, reason)),
                viewer.account(),
                viewer.name(),
                today);
    }

    List<HandOver> of(long complaint) {
        return sql.rows(COLUMNS + " where complaint_id = ? order by id", this::read, complaint);
    }

    Optional<HandOver> byId(long id) {
        return sql.first(COLUMNS + " where id = ? for update", this::read, id);
    }

    /** Confirmed letters whose day has come and that have not left. */
    List<HandOver> leaving(LocalDate today) {
        return sql.rows(
                COLUMNS + " where sent_on is null and leaves_on <= ? and not withdrawn order by unit, id",
                this::read,
                today);
    }

    void confirm(HandOver proposal, Viewer viewer, LocalDate leaves, Optional<String> override) {
        sql.update(
                "update sealed_handover set confirmed_by = ?, confirmed_name = ?, leaves_on = ?, override_sealed = ?"
                        + " where id = ?",
                viewer.account(),
                viewer.name(),
                leaves,
                override.map(reason -> seal.seal(TABLE, "override_sealed", proposal.id(), reason)),
                proposal.id());
    }

    void withdraw(HandOver one) {
        sql.update("update sealed_handover set withdrawn = true where id = ?", one.id());
    }

    void sent(HandOver letter, LocalDate on) {
        sql.update("update sealed_handover set sent_on = ? where id = ?", on, letter.id());
    }

    private HandOver read(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new HandOver(
                id,
                row.number("complaint_id"),
                new UnitCode(row.text("unit")),
                seal.open(TABLE, "words_sealed", id, row.bytes("words_sealed")).orElse(""),
                row.text("dossier_masked"),
                Optional.ofNullable(row.text("conflict")),
                seal.open(TABLE, "override_sealed", id, row.bytes("override_sealed")),
                row.number("proposed_by"),
                row.text("proposed_name"),
                Optional.ofNullable(row.text("confirmed_name")),
                SqlSealedCases.day(row, "leaves_on"),
                SqlSealedCases.day(row, "sent_on"),
                row.flag("withdrawn"));
    }
}
