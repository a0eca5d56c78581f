package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.complaint.suggest.SaidPlaces.Said;
import vn.mscore.hotline.complaint.triage.Authorities;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/**
 * Of which communes a case speaks: those its words name, also by a name of before July 2025, else those that the earlier cases
 * of its number went to.
 */
@Singleton
class Places {
    private static final Set<UnitKind> COMMUNES = EnumSet.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private static final Duration EARLIER = Duration.ofDays(365);
    private static final int HIGHEST = 12;

    private final Units units;
    private final Neighbours neighbours;
    private final Complaints complaints;
    private final Authorities authorities;
    private final Clock clock;

    @Inject
    Places(Units units, Neighbours neighbours, Complaints complaints, Authorities authorities, Clock clock) {
        this.units = units;
        this.neighbours = neighbours;
        this.complaints = complaints;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** A commune, perhaps abolished, and what tells it. */
    record Place(UnitCode unit, Why why) {}

    /**
     * The communes that {@code words} name; where they name none, those of the number's earlier cases without those that
     * {@code hidden} holds of. Behind them those that the words perhaps name: they make it doubtful. None when the words speak
     * of an authority.
     */
    List<Place> of(Complaint complaint, List<String> words, Predicate<TicketNumber> hidden) {
        Map<UnitCode, String> communes = units.named(COMMUNES);
        Optional<Said> said = new SaidPlaces(communes, authorities).in(words);
        if (said.isEmpty()) {
            return List.of();
        }
        List<Place> named = places(said.get().named(), communes);
        List<Place> told = named.isEmpty() ? earlier(complaint, hidden) : named;
        List<Place> perhaps = told.isEmpty() ? List.of() : places(said.get().perhaps(), communes);
        return Stream.concat(told.stream(), perhaps.stream()).toList();
    }

    private static List<Place> places(Set<UnitCode> said, Map<UnitCode, String> communes) {
        return said.stream()
                .map(unit -> new Place(unit, new Why("suggest.named-place", communes.get(unit))))
                .toList();
    }

    private List<Place> earlier(Complaint complaint, Predicate<TicketNumber> hidden) {
        return neighbours.sameNumber(complaint, clock.instant().minus(EARLIER)).stream()
                .filter(Predicate.not(hidden))
                .flatMap(ticket -> complaints.see(ticket).flatMap(Complaint::unit).flatMap(this::commune).stream())
                .map(unit -> new Place(
                        unit.code(),
                        new Why("suggest.earlier-place", unit.name().full())))
                .distinct()
                .toList();
    }

    private Optional<Unit> commune(UnitCode unit) {
        return Stream.iterate(units.find(unit), Optional::isPresent, at -> at.flatMap(Unit::parent)
                        .flatMap(units::find))
                .limit(HIGHEST)
                .flatMap(Optional::stream)
                .filter(at -> COMMUNES.contains(at.kind()))
                .findFirst();
    }
}
