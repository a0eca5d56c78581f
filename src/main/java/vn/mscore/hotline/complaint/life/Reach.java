package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** Which open case a viewer may act on: the same rows that the reading side shows. */
@Singleton
class Reach {
    private static final int DEEPEST = 8;

    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;

    @Inject
    Reach(Units units, WorkCalendars calendars, Clock clock) {
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    boolean covers(Viewer viewer, Complaint complaint) {
        if (complaint.secret()) {
            return false;
        }
        return switch (viewer.role()) {
            case OPERATOR -> true;
            case OFFICER -> complaint.classified() && holder(complaint).equals(viewer.unit()) && hasUnit(viewer);
            case LEADER -> complaint.classified() && hasUnit(viewer) && isBelow(holder(complaint), viewer.unit());
            case DELEGATE, CUSTODIAN, AUDITOR, ADMINISTRATOR -> false;
        };
    }

    private static boolean hasUnit(Viewer viewer) {
        return viewer.unit().isPresent();
    }

    /** The office it is with, as of today: an abolished one's successor. */
    private Optional<UnitCode> holder(Complaint complaint) {
        LocalDate today = calendars.national().dayOf(clock.instant());
        return complaint.unit().map(unit -> units.successor(unit, complaint.category(), today));
    }

    private boolean isBelow(Optional<UnitCode> unit, Optional<UnitCode> top) {
        Optional<UnitCode> at = unit;
        for (int i = 0; i < DEEPEST && at.isPresent(); i++) {
            if (at.equals(top)) {
                return true;
            }
            at = at.flatMap(units::find).flatMap(Unit::parent);
        }
        return false;
    }
}
