package vn.mscore.hotline.console.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.Apologies;
import vn.mscore.hotline.dossier.Apologies.Apology;
import vn.mscore.hotline.dossier.Apologies.Reader;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Which apologies somebody may read: operators all, officers and leaders those of the offices they answer for. */
@Singleton
public class ApologyLetters {
    private static final int SHOWN = 200;

    private final Apologies apologies;
    private final Units units;
    private final Clock clock;

    /** Asks {@code units} who answers for whom today. */
    @Inject
    public ApologyLetters(Apologies apologies, Units units, Clock clock) {
        this.apologies = apologies;
        this.units = units;
        this.clock = clock;
    }

    /** The newest. Needs a transaction. */
    List<Apology> of(Viewer viewer) {
        return apologies.newest(reader(viewer), SHOWN);
    }

    /** One, empty when it is not there or not for this viewer. Needs a transaction. */
    Optional<Apology> one(Viewer viewer, long number) {
        return apologies.of(reader(viewer), number);
    }

    /** The one for the dossier a case is about. Needs a transaction. */
    public Optional<Apology> about(Viewer viewer, Optional<DossierCode> code) {
        return code.flatMap(dossier -> apologies.of(reader(viewer), dossier));
    }

    private Reader reader(Viewer viewer) {
        if (viewer.is(Role.OPERATOR)) {
            return Reader.OF_ALL;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
        Set<UnitCode> offices = viewer.is(Role.OFFICER, Role.LEADER)
                ? viewer.unit()
                        .map(unit -> units.answersFor(unit, viewer.is(Role.LEADER), today))
                        .orElse(Set.of())
                : Set.of();
        return Reader.of(offices);
    }
}
