package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.dossier.StageHolders;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/**
 * Where a case should go: what is late to the office of the late stage, said again to its chief; what is about people to the
 * chief above them; everything else by the table of routes. What is sealed never comes here.
 */
@Singleton
class Directions {
    private static final String LATE_DOSSIER = "HSQH";
    private static final int DEEPEST = 8;

    private final Routing routing;
    private final StageHolders holders;
    private final DossierLookup dossiers;
    private final AccusedOffices accused;
    private final Repeats repeats;
    private final Units units;
    private final OfficesOfToday offices;

    @Inject
    Directions(
            Routing routing,
            StageHolders holders,
            DossierLookup dossiers,
            AccusedOffices accused,
            Repeats repeats,
            Units units,
            OfficesOfToday offices) {
        this.routing = routing;
        this.holders = holders;
        this.dossiers = dossiers;
        this.accused = accused;
        this.repeats = repeats;
        this.units = units;
        this.offices = offices;
    }

    /** A way, the office it must not end at, and why. */
    record Direction(Optional<UnitCode> unit, Optional<UnitCode> notTo, List<Why> why) {}

    Direction of(Complaint complaint, Category category, Predicate<TicketNumber> hidden) {
        Optional<UnitCode> ofDossier =
                complaint.about().flatMap(dossiers::scoreSubject).map(ScoreSubject::unit);
        Optional<UnitCode> stated = accused.of(complaint.ticket()).flatMap(Accused::unit);
        Optional<UnitCode> office = stated.or(() -> ofDossier);
        Optional<UnitCode> notTo =
                office.filter(unit -> stated.isPresent() || category.neverOwn() || category.secret());
        Direction direction = ofToday(
                category,
                late(complaint, category, notTo, hidden).orElseGet(() -> byTheTable(category, office, notTo)));
        boolean own = direction
                .unit()
                .filter(unit -> !routing.mayVerify(category, stated, ofDossier, unit))
                .isPresent();
        if (direction.unit().filter(unit -> isBelow(complaint, unit)).isPresent()) {
            return new Direction(Optional.empty(), notTo, List.of());
        }
        return own ? new Direction(Optional.empty(), notTo, direction.why()) : direction;
    }

    /** Where nobody follows an office of the past, the nearest above it is suggested; where that is none, a person looks for one. */
    private Direction ofToday(Category category, Direction direction) {
        return direction
                .unit()
                .filter(unit -> !offices.isThere(unit))
                .map(ended -> new Direction(above(ended, category), direction.notTo(), endedWhy(ended, category)))
                .orElse(direction);
    }

    private Optional<UnitCode> above(UnitCode ended, Category category) {
        return Stream.iterate(units.find(ended), Optional::isPresent, at -> at.flatMap(Unit::parent)
                        .flatMap(units::find))
                .limit(DEEPEST)
                .map(at -> offices.standsFor(at.orElseThrow().code(), category.code()))
                .filter(offices::isThere)
                .findFirst();
    }

    private List<Why> endedWhy(UnitCode ended, Category category) {
        Why why = new Why("suggest.ended", units.name(ended).full());
        return above(ended, category)
                .map(unit ->
                        List.of(new Why("suggest.above-ended", units.name(unit).full()), why))
                .orElse(List.of(why));
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

    /** A late dossier that is complained about again goes to the chief of the office that holds it. */
    private Optional<Direction> late(
            Complaint complaint, Category category, Optional<UnitCode> notTo, Predicate<TicketNumber> hidden) {
        if (!category.code().equals(LATE_DOSSIER)) {
            return Optional.empty();
        }
        return complaint.about().flatMap(holders::of).map(holding -> {
            Why stage = new Why(holding.late() ? "suggest.late-stage" : "suggest.open-stage", holding.stage());
            Optional<UnitCode> chief = units.find(holding.unit())
                    .flatMap(Unit::parent)
                    .filter(above -> repeats.is(complaint, category.code(), hidden));
            List<Why> why = Stream.concat(
                            chief
                                    .map(above -> new Why(
                                            "suggest.repeat", units.name(above).full()))
                                    .stream(),
                            Stream.of(stage))
                    .toList();
            return new Direction(chief.or(() -> Optional.of(holding.unit())), notTo, why);
        });
    }

    private Direction byTheTable(Category category, Optional<UnitCode> office, Optional<UnitCode> notTo) {
        Optional<UnitCode> unit =
                routing.suggest(category, offices.day(), office).unit();
        return new Direction(unit, notTo, why(category, office, unit));
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
        boolean follows = unit.equals(office.map(old -> offices.standsFor(old, category.code())));
        return List.of(new Why(follows ? "suggest.successor" : "suggest.lead", name));
    }
}
