package vn.mscore.hotline.complaint.reading;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/** Who sees which rows, role by role. */
@Singleton
public class RowFilter implements Sights {
    private static final Sight ALL = new Sight("true", List.of());
    private static final Sight NOT_SEALED = new Sight("c.secret = 0", List.of());
    private static final Sight SEALED = new Sight("c.secret = 1", List.of());

    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Asks {@code units} who answers for whom today. */
    @Inject
    public RowFilter(Units units, WorkCalendars calendars, Clock clock) {
        this.units = units;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public Sight of(Viewer viewer) {
        return switch (viewer.role()) {
            case OPERATOR -> NOT_SEALED;
            case OFFICER -> officesOf(viewer, false);
            case LEADER, DELEGATE -> officesOf(viewer, true);
            case CUSTODIAN -> SEALED;
            case AUDITOR, ADMINISTRATOR -> Sight.NONE;
        };
    }

    @Override
    public Sight byOffice(Viewer viewer, String column) {
        return switch (viewer.role()) {
            case OPERATOR -> ALL;
            case OFFICER -> ALL.andIn(column, codes(viewer, false));
            case LEADER -> ALL.andIn(column, codes(viewer, true));
            default -> Sight.NONE;
        };
    }

    @Override
    public Sight byOfficeOrDesk(Viewer viewer, String column) {
        if (!viewer.is(Role.LEADER)) {
            return byOffice(viewer, column);
        }
        List<String> offices = codes(viewer, true);
        Sight office = ALL.andIn(column, offices);
        return isAboveTheDesk(viewer, offices)
                ? new Sight("(" + office.sql() + " or " + column + " is null)", office.parameters())
                : office;
    }

    private boolean isAboveTheDesk(Viewer leader, List<String> offices) {
        return units.named(Set.of(UnitKind.COUNCIL)).keySet().stream()
                .filter(code -> offices.contains(code.value()) && !leader.unit().equals(Optional.of(code)))
                .anyMatch(this::hasTheDesk);
    }

    /** The desk is the council's of the province, and not a commune's or one of its own committees. */
    private boolean hasTheDesk(UnitCode council) {
        return units.find(council)
                .filter(unit -> unit.existsOn(calendar.dayOf(clock.instant())))
                .flatMap(Unit::parent)
                .flatMap(units::find)
                .filter(above -> above.kind() == UnitKind.PROVINCE)
                .isPresent();
    }

    @Override
    public Sight withinOwnOffice(Sight sight, Viewer viewer, String column) {
        return sight.andIn(column, codes(viewer, false));
    }

    private Sight officesOf(Viewer viewer, boolean below) {
        return NOT_SEALED.and("c.classified = 1").andIn("c.unit", codes(viewer, below));
    }

    private List<String> codes(Viewer viewer, boolean below) {
        return viewer.unit().stream()
                .flatMap(unit -> units.answersFor(unit, below, calendar.dayOf(clock.instant())).stream())
                .map(UnitCode::value)
                .sorted()
                .toList();
    }
}
