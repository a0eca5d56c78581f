package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** Who could verify around the office complained about: the inspectorate at the top of its tree (domain 5.7, VVTC, TCAO). */
@Singleton
class AroundAccused {
    private static final String INSPECTORATE = "Thanh tra";

    private final Accused accused;
    private final Conflicts conflicts;
    private final OfficesOfToday today;
    private final Units units;

    @Inject
    AroundAccused(Accused accused, Conflicts conflicts, OfficesOfToday today, Units units) {
        this.accused = accused;
        this.conflicts = conflicts;
        this.today = today;
        this.units = units;
    }

    /** Empty while nobody is named, and where every inspectorate has a conflict itself: then two persons look for one. */
    Optional<UnitCode> of(SealedCase held) {
        return held.accused()
                .or(() -> accused.byDossier(held))
                .map(office -> top(today.standsFor(office, "")))
                .flatMap(top -> inspectorates(top)
                        .filter(unit -> conflicts.of(held, unit).isEmpty())
                        .findFirst());
    }

    /** Those right below the top come before those of its offices. */
    private Stream<UnitCode> inspectorates(UnitCode top) {
        LocalDate day = today.day();
        List<Unit> below = units.children(top, day);
        return Stream.concat(
                        below.stream(), below.stream().flatMap(child -> units.children(child.code(), day).stream()))
                .filter(unit -> unit.name().full().startsWith(INSPECTORATE))
                .map(Unit::code);
    }

    private UnitCode top(UnitCode office) {
        return conflicts.above(office).stream().reduce(office, (below, above) -> above);
    }
}
