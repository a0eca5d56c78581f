package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.dossier.StageLog;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.dossier.Standing.StageStanding;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Units;

/** Look-ups by code and by blind index; needs a transaction. */
@Singleton
public class SqlLookup implements DossierLookup {
    private static final String FACTS =
            "select id, code, unit, field, procedure_name, status, due_at, returned_at, phone_index from dossier ";
    private static final List<String> TABLES = List.of("dossier");
    private static final int OWN = 200;
    private static final byte[] NO_HASH = new byte[32];

    private final Sql sql;
    private final SqlDossiers dossiers;
    private final SqlApologies apologies;
    private final Units units;
    private final WorkCalendars calendars;
    private final BlindIndex index;
    private final Clock clock;

    /** Looks up in {@code sql}, as of {@code clock}. */
    @Inject
    public SqlLookup(
            Sql sql,
            SqlDossiers dossiers,
            SqlApologies apologies,
            Units units,
            WorkCalendars calendars,
            BlindIndex index,
            Clock clock) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.apologies = apologies;
        this.units = units;
        this.calendars = calendars;
        this.index = index;
        this.clock = clock;
    }

    private record Found(
            long id,
            DossierCode code,
            UnitCode unit,
            String field,
            String procedure,
            DossierStatus status,
            Optional<Instant> dueAt,
            Optional<Instant> returnedAt,
            Optional<byte[]> phone) {
        static Found read(Sql.Row row) throws SQLException {
            return new Found(
                    row.number("id"),
                    new DossierCode(row.text("code")),
                    new UnitCode(row.text("unit")),
                    row.text("field"),
                    row.text("procedure_name"),
                    DossierStatus.valueOf(row.text("status")),
                    Optional.ofNullable(row.instant("due_at")),
                    Optional.ofNullable(row.instant("returned_at")),
                    Optional.ofNullable(row.bytes("phone_index")));
        }
    }

    /** The question for the facts of a dossier, foreseen. */
    private record Facts(DossierCode code) {}

    /** What foresight found; empty when there is no such dossier. */
    private record Foreseen(Optional<Found> found) {}

    @Override
    public void foresee(Collection<DossierCode> codes) {
        if (codes.isEmpty()) {
            return;
        }
        Set<DossierCode> absent = new HashSet<>(codes);
        String some = FACTS + "where code in (" + Sql.marks(absent.size()) + ")";
        for (Found found : sql.rows(
                some, Found::read, absent.stream().map(DossierCode::value).toArray())) {
            sql.foresee(TABLES, new Facts(found.code()), new Foreseen(Optional.of(found)));
            absent.remove(found.code());
        }
        absent.forEach(code -> sql.foresee(TABLES, new Facts(code), new Foreseen(Optional.empty())));
    }

    /** Kept for whoever asks next: in the same work, nothing but a change of the table makes it another. */
    private Optional<Found> find(DossierCode code) {
        Foreseen facts = sql.foreseen(new Facts(code), Foreseen.class)
                .orElseGet(() -> new Foreseen(sql.first(FACTS + "where code = ?", Found::read, code.value())));
        sql.foresee(TABLES, new Facts(code), facts);
        return facts.found();
    }

    @Override
    public Optional<Standing> anyone(DossierCode code) {
        return find(code).map(found -> standing(found, Optional.empty()));
    }

    @Override
    public Optional<Standing> applicant(DossierCode code) {
        return find(code).map(this::wholeStanding);
    }

    @Override
    public boolean wasPostponed(DossierCode code) {
        return sql.exists("select id from dossier where code = ? and postponements > 0", code.value());
    }

    @Override
    public Optional<String> whyPostponed(DossierCode code) {
        return apologies.why(code);
    }

    private Standing wholeStanding(Found found) {
        return standing(found, found.status().isFinal() ? Optional.empty() : stage(found));
    }

    private Standing standing(Found found, Optional<StageStanding> stage) {
        Instant now = clock.instant();
        WorkCalendar calendar = calendars.of(found.unit().value());
        Optional<LocalDate> due = found.dueAt().map(calendar::dayOf);
        int left = found.status().isFinal()
                ? 0
                : due.map(day -> calendar.workingDaysBetween(calendar.dayOf(now), day))
                        .orElse(0);
        return new Standing(found.code(), found.status(), due, left, today(found.unit(), found.field()), stage);
    }

    /** The office that answers today for what {@code unit} did. */
    private UnitName today(UnitCode unit, String field) {
        LocalDate day = calendars.national().dayOf(clock.instant());
        return units.name(units.successor(unit, field, day));
    }

    private Optional<StageStanding> stage(Found found) {
        List<FedStage> stages = dossiers.stages(found.id());
        WorkCalendar national = calendars.national();
        Instant now = clock.instant();
        return new StageLog(stages, national, now).open().map(open -> {
            WorkCalendar calendar = calendars.of(open.unit().value());
            StageLog log = new StageLog(stages, calendar, now);
            return new StageStanding(
                    open.name(),
                    ascii(open.name()),
                    today(open.unit(), found.field()),
                    calendar.dayOf(open.enteredAt()),
                    log.daysHeld(open),
                    log.late(open));
        });
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", "?");
    }

    @Override
    public boolean isApplicantsPhone(DossierCode code, PhoneNumber phone) {
        return isSame(find(code).flatMap(Found::phone), index.of(Purpose.PHONE, phone));
    }

    @Override
    public boolean isPin(DossierCode code, String pin) {
        Optional<byte[]> stored = sql.first(
                        "select pin_hash from dossier where code = ?",
                        row -> Optional.ofNullable(row.bytes("pin_hash")),
                        code.value())
                .flatMap(found -> found);
        return isSame(stored, Pins.hash(index, code, pin));
    }

    private static boolean isSame(Optional<byte[]> stored, byte[] hash) {
        return MessageDigest.isEqual(stored.orElse(NO_HASH), hash) && stored.isPresent();
    }

    @Override
    public List<DossierCode> byTenDigits(String tenDigits) {
        return sql.rows(
                "select code from dossier where ten_digits = ? order by received_at desc limit " + OWN,
                row -> new DossierCode(row.text("code")),
                tenDigits);
    }

    @Override
    public List<Standing> ofPhone(PhoneNumber phone, int limit) {
        return sql
                .rows(
                        FACTS + "where phone_index = ? order by status = 'RETURNED', received_at desc, code limit ?",
                        Found::read,
                        index.of(Purpose.PHONE, phone),
                        limit)
                .stream()
                .map(this::wholeStanding)
                .toList();
    }

    @Override
    public Optional<DossierCode> didYouMean(PhoneNumber phone, String typed) {
        NearCodes near = new NearCodes(typed);
        List<DossierCode> candidates = sql
                .rows(
                        "select code from dossier where phone_index = ? order by received_at desc limit " + OWN,
                        row -> new DossierCode(row.text("code")),
                        index.of(Purpose.PHONE, phone))
                .stream()
                .filter(near::isNear)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    @Override
    public Optional<ScoreSubject> scoreSubject(DossierCode code) {
        return find(code)
                .map(found -> new ScoreSubject(
                        found.code(),
                        found.unit(),
                        units.name(found.unit()),
                        found.field(),
                        found.procedure(),
                        found.status(),
                        found.returnedAt()));
    }

    @Override
    public List<DossierCode> returnedRecently(PhoneNumber phone, int days) {
        return sql.rows(
                "select code from dossier where phone_index = ? and status = 'RETURNED' and returned_at >= ?"
                        + " order by returned_at desc, code limit " + OWN,
                row -> new DossierCode(row.text("code")),
                index.of(Purpose.PHONE, phone),
                clock.instant().minus(Duration.ofDays(days)));
    }
}
