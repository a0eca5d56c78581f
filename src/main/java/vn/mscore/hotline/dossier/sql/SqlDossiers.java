package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Writes dossiers in batches; numbers are sealed and indexed on the way in. */
@Singleton
public class SqlDossiers implements DossierStore {
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");
    private static final String INSERT =
            "insert into dossier (unit, procedure_name, field, status, received_at, due_at,"
                    + " returned_at, updated_at, postponements, phone_index, phone_sealed, pin_hash, fed_by, code, ten_digits, id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REPLACE = "update dossier set unit = ?, procedure_name = ?, field = ?, status = ?,"
            + " received_at = ?, due_at = ?, returned_at = ?, updated_at = coalesce(?, updated_at), postponements = ?, phone_index = ?,"
            + " phone_sealed = ?, pin_hash = ?, fed_by = ? where id = ?";
    private static final String AMEND = "update dossier set unit = ?, procedure_name = ?, field = ?, status = ?,"
            + " received_at = ?, due_at = coalesce(?, due_at),"
            + " returned_at = coalesce(?, if(status = 'RETURNED', returned_at, null)),"
            + " updated_at = coalesce(?, updated_at), postponements = ?, phone_index = coalesce(?, phone_index), phone_sealed = coalesce(?, phone_sealed),"
            + " pin_hash = coalesce(?, pin_hash), fed_by = ? where id = ?";
    private static final String STAGE = "insert into dossier_stage (dossier, entered_at, name, unit, officer, left_at,"
            + " allowed_minutes, pause_reason) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
            + " unit = values(unit), officer = coalesce(values(officer), officer),"
            + " left_at = coalesce(values(left_at), left_at),"
            + " allowed_minutes = coalesce(values(allowed_minutes), allowed_minutes),"
            + " pause_reason = coalesce(values(pause_reason), pause_reason)";

    private final Sql sql;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;
    private final SqlApologies apologies;

    /** Works in the caller's transaction. */
    @Inject
    public SqlDossiers(Sql sql, BlindIndex index, PersonalDataCipher cipher, SqlApologies apologies) {
        this.sql = sql;
        this.index = index;
        this.cipher = cipher;
        this.apologies = apologies;
    }

    @Override
    public Map<DossierCode, KnownDossier> lock(Collection<DossierCode> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        String marks = Sql.marks(codes.size());
        Map<DossierCode, KnownDossier> known = new HashMap<>();
        sql.rows(
                "select code, id, status, due_at, returned_at, updated_at, postponements, phone_index, fed_by from dossier"
                        + " where code in (" + marks + ") for update",
                row -> known.put(new DossierCode(row.text("code")), known(row)),
                codes.stream().map(DossierCode::value).toArray());
        return known;
    }

    private static KnownDossier known(Sql.Row row) throws SQLException {
        return new KnownDossier(
                row.number("id"),
                DossierStatus.valueOf(row.text("status")),
                Optional.ofNullable(row.instant("due_at")),
                Optional.ofNullable(row.instant("returned_at")),
                Optional.ofNullable(row.instant("updated_at")),
                (int) row.number("postponements"),
                Optional.ofNullable(row.bytes("phone_index")),
                row.number("fed_by"));
    }

    @Override
    public void write(List<Write> writes) {
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> replacements = new ArrayList<>();
        List<Object[]> amendments = new ArrayList<>();
        List<Object[]> emptied = new ArrayList<>();
        List<StageLine> stages = new ArrayList<>();
        for (Write write : writes) {
            FedDossier fed = write.fed();
            if (write.known().isEmpty()) {
                inserts.add(columns(write, fed.code().value(), tenDigits(fed.code()), write.id()));
            } else if (fed.partial()) {
                amendments.add(columns(write, write.id()));
            } else {
                replacements.add(columns(write, write.id()));
                emptied.add(new Object[] {write.id()});
            }
            fed.stages().ifPresent(all -> all.forEach(stage -> stages.add(new StageLine(write.id(), stage))));
        }
        sql.batch(INSERT, inserts);
        sql.batch(REPLACE, replacements);
        sql.batch(AMEND, amendments);
        sql.batch("delete from dossier_stage where dossier = ?", emptied);
        writeStages(stages);
        writes.forEach(apologies::follow);
    }

    private Object[] columns(Write write, Object... tail) {
        FedDossier fed = write.fed();
        List<Object> columns = new ArrayList<>(List.of(
                fed.unit().value(),
                fed.procedure(),
                fed.field(),
                fed.status(),
                fed.receivedAt(),
                fed.dueAt(),
                write.returnedAt(),
                fed.updatedAt(),
                write.postponements(),
                fed.phone().map(this::phoneIndex),
                fed.phone().map(phone -> cipher.seal(Lane.PERSONAL, place(write.id()), phone.e164())),
                fed.pin().map(pin -> Pins.hash(index, fed.code(), pin)),
                write.fedBy()));
        Collections.addAll(columns, tail);
        return columns.toArray();
    }

    @Override
    public byte[] phoneIndex(PhoneNumber phone) {
        return index.of(BlindIndex.Purpose.PHONE, phone);
    }

    static Place place(long id) {
        return new Place("dossier", "phone_sealed", id);
    }

    /** Only numbers of four digits: a keypad form has ten. */
    private static Optional<String> tenDigits(DossierCode code) {
        String digits = code.shortForm().replace("-", "");
        return TEN_DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    @Override
    public void writeStages(List<StageLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (StageLine line : lines) {
            FedStage stage = line.stage();
            rows.add(new Object[] {
                line.id(),
                stage.enteredAt(),
                stage.name(),
                stage.unit().value(),
                stage.officer(),
                stage.leftAt(),
                stage.allowedMinutes(),
                stage.pauseReason()
            });
        }
        sql.batch(STAGE, rows);
    }

    /** The stage log of one dossier, in order. */
    List<FedStage> stages(long id) {
        return sql.rows(
                "select name, unit, officer, entered_at, left_at, allowed_minutes, pause_reason from dossier_stage"
                        + " where dossier = ? order by entered_at",
                row -> new FedStage(
                        row.text("name"),
                        new UnitCode(row.text("unit")),
                        Optional.ofNullable(row.text("officer")),
                        row.instant("entered_at"),
                        Optional.<Instant>ofNullable(row.instant("left_at")),
                        row.maybeNumber("allowed_minutes").map(Long::intValue),
                        Optional.ofNullable(row.text("pause_reason"))),
                id);
    }
}
