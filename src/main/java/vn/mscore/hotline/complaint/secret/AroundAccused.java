package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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
    private static final int DEEPEST = 12;

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

    /** Empty while nobody is named, and where the inspectorate has a conflict itself: then two persons look for one. */
    Optional<UnitCode> of(SealedCase held) {
        return held.accused()
                .or(() -> accused.byDossier(held))
                .map(office -> top(today.standsFor(office, "")))
                .flatMap(this::inspectorate)
                .filter(unit -> conflicts.of(held, unit).isEmpty());
    }

    private Optional<UnitCode> inspectorate(UnitCode top) {
        LocalDate day = today.day();
        return units.children(top, day).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), units.children(child.code(), day).stream()))
                .filter(unit -> unit.name().full().startsWith(INSPECTORATE))
                .map(Unit::code)
                .findFirst();
    }

    private UnitCode top(UnitCode office) {
        return Stream.iterate(Optional.of(office), Optional::isPresent, this::above)
                .limit(DEEPEST)
                .map(Optional::orElseThrow)
                .reduce(office, (below, above) -> above);
    }

    private Optional<UnitCode> above(Optional<UnitCode> unit) {
        return unit.flatMap(units::find).flatMap(Unit::parent);
    }
}
