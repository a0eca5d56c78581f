package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.dossier.StageHolders;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/**
 * Where a case should go: what is late to the office of the late stage, what is about people to the chief above them, money
 * around the whole office to the inspectorate, everything else by the table of routes.
 */
@Singleton
class Directions {
    private static final String LATE_DOSSIER = "HSQH";
    private static final String INSPECTORATE = "Thanh tra";
    private static final int DEEPEST = 8;

    private final Routing routing;
    private final StageHolders holders;
    private final DossierLookup dossiers;
    private final AccusedOffices accused;
    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Inject
    Directions(
            Routing routing,
            StageHolders holders,
            DossierLookup dossiers,
            AccusedOffices accused,
            Units units,
            WorkCalendars calendars,
            Clock clock) {
        this.routing = routing;
        this.holders = holders;
        this.dossiers = dossiers;
        this.accused = accused;
        this.units = units;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    /** A way, the office it must not end at, and why. */
    record Direction(Optional<UnitCode> unit, Optional<UnitCode> notTo, List<Why> why) {}

    Direction of(Complaint complaint, Category category) {
        Optional<UnitCode> ofDossier =
                complaint.about().flatMap(dossiers::scoreSubject).map(ScoreSubject::unit);
        Optional<UnitCode> stated = accused.of(complaint.ticket()).flatMap(Accused::unit);
        Optional<UnitCode> office = stated.or(() -> ofDossier);
        Optional<UnitCode> notTo =
                office.filter(unit -> stated.isPresent() || category.neverOwn() || category.secret());
        Direction direction = category.secret() ? around(office, notTo) : plain(complaint, category, office, notTo);
        boolean own = direction
                .unit()
                .filter(unit -> !routing.mayVerify(category, stated, ofDossier, unit))
                .isPresent();
        if (direction.unit().filter(unit -> isBelow(complaint, unit)).isPresent()) {
            return new Direction(Optional.empty(), notTo, List.of());
        }
        return own ? new Direction(Optional.empty(), notTo, direction.why()) : direction;
    }

    /** What was reopened does not go down again by itself; where no office of its level has it, a person looks for one. */
    private boolean isBelow(Complaint complaint, UnitCode unit) {
        return complaint.level() > 0
                && complaint.unit().map(above -> depth(unit) > depth(above)).orElse(true);
    }

    private long depth(UnitCode unit) {
        return Stream.iterate(Optional.of(unit), Optional::isPresent, at -> at.flatMap(units::find)
                        .flatMap(Unit::parent))
                .limit(DEEPEST)
                .count();
    }

    private Direction plain(
            Complaint complaint, Category category, Optional<UnitCode> office, Optional<UnitCode> notTo) {
        Optional<StageHolders.Holding> late =
                category.code().equals(LATE_DOSSIER) ? complaint.about().flatMap(holders::of) : Optional.empty();
        if (late.isPresent()) {
            return new Direction(
                    late.map(StageHolders.Holding::unit),
                    notTo,
                    List.of(new Why(
                            late.get().late() ? "suggest.late-stage" : "suggest.open-stage",
                            late.get().stage())));
        }
        Optional<UnitCode> unit = routing.suggest(category, today(), office).unit();
        return new Direction(unit, notTo, why(category, office, unit));
    }

    private LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    private List<Why> why(Category category, Optional<UnitCode> office, Optional<UnitCode> unit) {
        if (unit.isEmpty()) {
            return List.of();
        }
        String name = units.name(unit.get()).full();
        if (category.neverOwn()
                && category.named().flatMap(Category.Named::unit).isEmpty()) {
            return List.of(new Why("suggest.chief", name));
        }
        if (unit.equals(office)) {
            return List.of(new Why("suggest.receiving-office", name));
        }
        boolean follows = unit.equals(office.map(old -> units.successor(old, category.code(), today())));
        return List.of(new Why(follows ? "suggest.successor" : "suggest.lead", name));
    }

    /** The inspectorate at the top of the tree, never anybody below or beside the office. */
    private Direction around(Optional<UnitCode> office, Optional<UnitCode> notTo) {
        Optional<UnitCode> inspectorate = office.flatMap(this::top).flatMap(top -> units.children(top, today()).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), units.children(child.code(), today()).stream()))
                .filter(unit -> unit.name().full().startsWith(INSPECTORATE))
                .map(Unit::code)
                .findFirst());
        return new Direction(
                inspectorate,
                notTo,
                inspectorate
                        .map(unit -> List.of(
                                new Why("suggest.around", units.name(unit).full())))
                        .orElseGet(List::of));
    }

    private Optional<UnitCode> top(UnitCode unit) {
        Optional<UnitCode> at = Optional.of(unit);
        for (int i = 0; i < DEEPEST; i++) {
            Optional<UnitCode> above = at.flatMap(units::find).flatMap(Unit::parent);
            if (above.isEmpty()) {
                return at;
            }
            at = above;
        }
        return at;
    }
}
