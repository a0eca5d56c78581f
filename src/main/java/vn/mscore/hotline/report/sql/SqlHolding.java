package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.dossier.StageLog;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Who holds which dossier for how long, out of the stage logs of all that are not finished; kept for a minute. */
@Singleton
public class SqlHolding {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final long FRESH_SECONDS = 60;
    private static final String OPEN =
            "select d.id, d.code, d.field, d.due_at, s.name, s.unit, s.entered_at, s.left_at,"
                    + " s.allowed_minutes, s.pause_reason from dossier d join dossier_stage s on s.dossier = d.id"
                    + " where d.status in ('REGISTERED', 'RECEIVED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED')"
                    + " order by d.id, s.entered_at";

    private final Sql sql;
    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.EPOCH, List.of());

    /** Reads in the caller's transaction. */
    @Inject
    public SqlHolding(Sql sql, Units units, WorkCalendars calendars, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Snapshot(Instant at, List<Held> held) {
        boolean freshAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plusSeconds(FRESH_SECONDS));
        }
    }

    private record Line(long dossier, String code, String field, Optional<Instant> due, FedStage stage) {
        static Line read(Sql.Row row) throws SQLException {
            return new Line(
                    row.number("id"),
                    row.text("code"),
                    row.text("field"),
                    Optional.ofNullable(row.instant("due_at")),
                    stage(row));
        }

        private static FedStage stage(Sql.Row row) throws SQLException {
            return new FedStage(
                    row.text("name"),
                    new UnitCode(row.text("unit")),
                    Optional.empty(),
                    row.instant("entered_at"),
                    Optional.ofNullable(row.instant("left_at")),
                    row.maybeNumber("allowed_minutes").map(Long::intValue),
                    Optional.ofNullable(row.text("pause_reason")));
        }
    }

    /** What some offices hold. */
    List<Held> of(Set<UnitCode> area) {
        return all().stream()
                .filter(held -> area.contains(new UnitCode(held.unit())))
                .toList();
    }

    private List<Held> all() {
        Instant now = clock.instant();
        if (!snapshot.freshAt(now)) {
            snapshot = new Snapshot(now, read(now));
        }
        return snapshot.held();
    }

    private List<Held> read(Instant now) {
        Map<List<String>, String> followers = new HashMap<>();
        List<Held> held = new ArrayList<>();
        List<Line> log = new ArrayList<>();
        for (Line line : sql.rows(OPEN, Line::read)) {
            if (!log.isEmpty() && log.get(0).dossier() != line.dossier()) {
                held(log, now, followers).ifPresent(held::add);
                log.clear();
            }
            log.add(line);
        }
        if (!log.isEmpty()) {
            held(log, now, followers).ifPresent(held::add);
        }
        return List.copyOf(held);
    }

    private Optional<Held> held(List<Line> lines, Instant now, Map<List<String>, String> followers) {
        List<FedStage> stages = lines.stream().map(Line::stage).toList();
        Line first = lines.get(0);
        return new StageLog(stages, calendars.national(), now).open().map(open -> {
            String unit = open.unit().value();
            String today = followers.computeIfAbsent(
                    List.of(unit, first.field()), key -> successor(open.unit(), first.field(), now));
            StageLog log = new StageLog(stages, calendars.of(unit), now);
            return held(first, today, log, stages);
        });
    }

    /** Who answers today for what an office once took: an abolished one holds nothing. */
    private String successor(UnitCode unit, String field, Instant now) {
        return units.successor(unit, field, calendars.national().dayOf(now)).value();
    }

    private static Held held(Line dossier, String unit, StageLog log, List<FedStage> stages) {
        FedStage open = log.open().orElseThrow();
        return new Held(
                dossier.code(),
                unit,
                open.name(),
                log.daysHeld(open),
                log.late(open),
                open.paused(),
                dossier.due().map(due -> due.atOffset(VIETNAM).toLocalDate()),
                stages.stream().flatMap(stage -> stage.pauseReason().stream()).reduce((earlier, later) -> later));
    }
}
