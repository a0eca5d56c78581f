package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.Reappointment;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Moves the promise in the table {@code dossier}. */
@Singleton
public class SqlReappointment implements Reappointment {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Units units;
    private final SqlApologies apologies;
    private final Facts facts;
    private final WorkCalendars calendars;
    private final Clock clock;

    /** Tells {@code facts}. */
    @Inject
    SqlReappointment(
            Sql sql,
            PersonalDataCipher cipher,
            Units units,
            SqlApologies apologies,
            Facts facts,
            WorkCalendars calendars,
            Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.units = units;
        this.apologies = apologies;
        this.facts = facts;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Found(
            long id,
            UnitCode unit,
            String field,
            DossierStatus status,
            Optional<Instant> due,
            int moved,
            Optional<byte[]> phone) {
        static Found read(Sql.Row row) throws SQLException {
            return new Found(
                    row.number("id"),
                    new UnitCode(row.text("unit")),
                    row.text("field"),
                    DossierStatus.valueOf(row.text("status")),
                    Optional.ofNullable(row.instant("due_at")),
                    (int) row.number("postponements"),
                    Optional.ofNullable(row.bytes("phone_sealed")));
        }
    }

    @Override
    public Optional<Reason> reappoint(DossierCode code, LocalDate newDay, String reason, By by) {
        Optional<Found> found = sql.first(
                "select id, unit, field, status, due_at, postponements, phone_sealed from dossier where code = ?"
                        + " for update",
                Found::read,
                code.value());
        Optional<Reason> refusal = found.map(dossier -> others(dossier, by).or(() -> refusal(dossier, newDay)))
                .orElseGet(() -> because("dossier.unknown", "không có hồ sơ này / there is no such dossier"));
        if (refusal.isEmpty()) {
            move(code, found.orElseThrow(), newDay, reason);
        }
        return refusal;
    }

    private static Optional<Reason> because(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }

    private Optional<Reason> others(Found dossier, By by) {
        Set<UnitCode> holders = new HashSet<>(sql.rows(
                "select distinct unit from dossier_stage where dossier = ? and left_at is null",
                row -> new UnitCode(row.text("unit")),
                dossier.id()));
        holders.add(dossier.unit());
        return by.answersForOne(holders)
                ? Optional.empty()
                : because(
                        "dossier.other-office",
                        "hồ sơ do đơn vị khác tiếp nhận và giải quyết, đơn vị đó hẹn lại / another office holds this dossier");
    }

    private WorkCalendar calendar(Found dossier) {
        return calendars.of(dossier.unit().value());
    }

    private Optional<Reason> refusal(Found dossier, LocalDate newDay) {
        WorkCalendar calendar = calendar(dossier);
        if (dossier.status().isFinal() || dossier.due().isEmpty()) {
            return because("dossier.final", "hồ sơ đã xong hoặc không có ngày hẹn / nothing is promised any more");
        }
        if (dossier.moved() > 0) {
            return because("dossier.reappointed", "chỉ được hẹn lại một lần / a promise is moved at most once");
        }
        LocalDate due = calendar.dayOf(dossier.due().get());
        if (!calendar.dayOf(clock.instant()).isBefore(due)) {
            return because(
                    "dossier.too-late",
                    "phải xin lỗi trước ngày hẹn ít nhất 1 ngày / the apology is due a day before the promise");
        }
        return newDay.isAfter(due) && calendar.isWorkingDay(newDay)
                ? Optional.empty()
                : because("dossier.day", "ngày hẹn mới phải là ngày làm việc sau ngày hẹn cũ / a later working day");
    }

    private void move(DossierCode code, Found dossier, LocalDate newDay, String reason) {
        sql.update(
                "update dossier set due_at = ?, postponements = postponements + 1 where id = ?",
                newDay.atTime(CLOSING).toInstant(VIETNAM),
                dossier.id());
        WorkCalendar calendar = calendar(dossier);
        LocalDate promised = calendar.dayOf(dossier.due().orElseThrow());
        apologies.keep(dossier.id(), promised, newDay, Optional.of(reason));
        LocalDate today = calendar.dayOf(clock.instant());
        facts.tell(new DossierChanged(
                code,
                dossier.phone().map(bytes -> new PhoneNumber(cipher.open(SqlDossiers.place(dossier.id()), bytes))),
                DossierChanged.What.POSTPONED,
                units.name(units.successor(dossier.unit(), dossier.field(), today)),
                Optional.of(newDay),
                Optional.of(reason)));
    }
}
