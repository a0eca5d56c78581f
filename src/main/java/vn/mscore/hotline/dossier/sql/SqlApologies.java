package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.Apologies;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStore.Write;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** The table {@code dossier_apology}; who may read which is decided in the query. */
@Singleton
public class SqlApologies implements Apologies {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String ALL = "select a.*, d.code, d.unit, d.field, d.procedure_name, d.received_at"
            + " from dossier_apology a join dossier d on d.id = a.dossier where ";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Seals reasons. */
    @Inject
    SqlApologies(Sql sql, PersonalDataCipher cipher, Units units, WorkCalendars calendars, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.units = units;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    /** The promise of {@code dossier} is moved. */
    void keep(long dossier, LocalDate promised, LocalDate newDay, Optional<String> reason) {
        sql.update(
                "insert into dossier_apology (dossier, promised_on, new_day, reason_sealed, told_on) values (?, ?, ?, ?, ?)",
                dossier,
                promised,
                newDay,
                reason.map(words -> cipher.seal(Lane.PERSONAL, place(dossier), words)),
                today());
    }

    /**
     * Keeps the first promise where a feed has just moved it; and the new one where a feed still tells the first, since its
     * software may not know of the apology.
     */
    void follow(Write write) {
        Optional<KnownDossier> known = write.known();
        int before = known.map(KnownDossier::postponements).orElse(0);
        if (known.isPresent() && write.postponements() > before) {
            LocalDate promised = calendar.dayOf(known.get().dueAt().orElseThrow());
            LocalDate newDay = calendar.dayOf(write.fed().dueAt().orElseThrow());
            keep(write.id(), promised, newDay, write.fed().whyPostponed());
        } else if (before > 0 && known.get().dueAt().isPresent()) {
            sql.update(
                    "update dossier d join dossier_apology a on a.dossier = d.id set d.due_at = ? where d.id = ?"
                            + " and date(d.due_at + interval 7 hour) = a.promised_on",
                    known.get().dueAt(),
                    write.id());
        }
    }

    /** The words of the office with which the promise of a dossier was moved. */
    Optional<String> why(DossierCode code) {
        return sql.first(
                        "select a.dossier, a.reason_sealed from dossier_apology a join dossier d on d.id = a.dossier"
                                + " where d.code = ?",
                        this::reason,
                        code.value())
                .flatMap(words -> words);
    }

    private LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    private static Place place(long dossier) {
        return new Place("dossier_apology", "reason_sealed", dossier);
    }

    @Override
    public List<Apology> newest(Reader reader, int limit) {
        return rows(reader, "true", List.of(), limit);
    }

    @Override
    public Optional<Apology> of(Reader reader, long number) {
        return rows(reader, "a.dossier = ?", List.of(number), 1).stream().findFirst();
    }

    @Override
    public Optional<Apology> of(Reader reader, DossierCode code) {
        return rows(reader, "d.code = ?", List.of(code.value()), 1).stream().findFirst();
    }

    private List<Apology> rows(Reader reader, String condition, List<Object> values, int limit) {
        List<Object> parameters = new ArrayList<>(values);
        String mine = reader.offices()
                .map(offices -> ofOffices(offices.stream().map(UnitCode::value).toList(), parameters))
                .orElse("true");
        parameters.add(limit);
        return sql.rows(
                ALL + condition + " and " + mine + " order by a.told_on desc, d.code limit ?",
                this::read,
                parameters.toArray());
    }

    private static String ofOffices(List<String> codes, List<Object> parameters) {
        if (codes.isEmpty()) {
            return "false";
        }
        String marks = "?" + ", ?".repeat(codes.size() - 1);
        parameters.addAll(codes);
        parameters.addAll(codes);
        return "(d.unit in (" + marks
                + ") or exists (select 1 from dossier_stage s where s.dossier = d.id and s.unit in (" + marks + ")))";
    }

    private Apology read(Sql.Row row) throws SQLException {
        long dossier = row.number("dossier");
        UnitCode office = units.successor(new UnitCode(row.text("unit")), row.text("field"), today());
        return new Apology(
                dossier,
                new DossierCode(row.text("code")),
                units.name(office),
                row.text("procedure_name"),
                LocalDate.ofInstant(row.instant("received_at"), VIETNAM),
                LocalDate.parse(row.text("promised_on")),
                LocalDate.parse(row.text("new_day")),
                reason(row).orElse(""),
                LocalDate.parse(row.text("told_on")));
    }

    private Optional<String> reason(Sql.Row row) throws SQLException {
        long dossier = row.number("dossier");
        return Optional.ofNullable(row.bytes("reason_sealed")).map(bytes -> cipher.open(place(dossier), bytes));
    }
}
