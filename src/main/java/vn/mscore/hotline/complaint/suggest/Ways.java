package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.complaint.suggest.Directions.Direction;
import vn.mscore.hotline.complaint.suggest.Places.Place;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** {@link Directions}, and where they end for want of an office, the one that leads in the only commune the case speaks of. */
@Singleton
class Ways {
    private final Directions directions;
    private final Places places;
    private final Routing routing;
    private final Units units;
    private final OfficesOfToday offices;

    @Inject
    Ways(Directions directions, Places places, Routing routing, Units units, OfficesOfToday offices) {
        this.directions = directions;
        this.places = places;
        this.routing = routing;
        this.units = units;
        this.offices = offices;
    }

    Direction of(Complaint complaint, Category category, List<String> words, Predicate<TicketNumber> hidden) {
        Direction known = directions.of(complaint, category, hidden);
        if (known.unit().isPresent() || known.notTo().isPresent() || !isLocal(complaint, category)) {
            return known;
        }
        List<Place> said = places.of(complaint, words, hidden);
        List<UnitCode> now = said.stream()
                .map(place -> offices.standsFor(place.unit(), category.code()))
                .distinct()
                .toList();
        return now.size() == 1
                ? lead(category, now.get(0)).map(unit -> way(said.get(0), unit)).orElse(known)
                : known;
    }

    /** A place names no office that is complained about, and what was reopened does not go down again by itself. */
    private static boolean isLocal(Complaint complaint, Category category) {
        return complaint.level() == 0
                && !category.secret()
                && !category.neverOwn()
                && !category.leads().isEmpty();
    }

    /** Only an office that leads in the field: the commune itself answers for no power line. */
    private Optional<UnitCode> lead(Category category, UnitCode place) {
        return routing.suggest(category, offices.day(), Optional.of(place))
                .unit()
                .filter(unit -> units.find(unit)
                        .filter(found -> category.leads().stream().anyMatch(lead -> lead.is(found)))
                        .isPresent());
    }

    private Direction way(Place place, UnitCode unit) {
        Why lead = new Why("suggest.lead", units.name(unit).full());
        return new Direction(Optional.of(unit), Optional.empty(), List.of(place.why(), lead));
    }
}
