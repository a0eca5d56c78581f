package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.dossier.StageHolders;
import vn.mscore.hotline.dossier.StageLog;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Finds the holder in the stage log: the open step when it is late, else the last late one, else the open one. */
@Singleton
public class SqlStageHolders implements StageHolders {
    private final Sql sql;
    private final SqlDossiers dossiers;
    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Reads as of {@code clock}. */
    @Inject
    SqlStageHolders(Sql sql, SqlDossiers dossiers, Units units, WorkCalendars calendars, Clock clock) {
        this.sql = sql;
        this.dossiers = dossiers;
        this.units = units;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    private record Found(long id, String field, boolean open, Optional<Instant> due) {
        static Found read(Sql.Row row) throws SQLException {
            return new Found(
                    row.number("id"),
                    row.text("field"),
                    !DossierStatus.valueOf(row.text("status")).isFinal(),
                    Optional.ofNullable(row.instant("due_at")));
        }
    }

    @Override
    public Optional<Holding> of(DossierCode code) {
        return sql.first("select id, field, status, due_at from dossier where code = ?", Found::read, code.value())
                .flatMap(this::holding);
    }

    private Optional<Holding> holding(Found found) {
        StageLog log = new StageLog(dossiers.stages(found.id()), calendar, clock.instant());
        Optional<FedStage> open = log.open().filter(stage -> found.open());
        List<FedStage> late = log.lateStages();
        Optional<FedStage> blamed = open.filter(late::contains)
                .or(() -> late.stream().reduce((earlier, later) -> later))
                .or(() -> open);
        return blamed.map(stage -> new Holding(
                successor(stage.unit(), found.field()), stage.name(), late.contains(stage), overdue(found)));
    }

    private UnitCode successor(UnitCode unit, String field) {
        return units.successor(unit, field, today());
    }

    private LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    private boolean overdue(Found found) {
        return found.open()
                && found.due().map(due -> calendar.dayOf(due).isBefore(today())).orElse(false);
    }
}
