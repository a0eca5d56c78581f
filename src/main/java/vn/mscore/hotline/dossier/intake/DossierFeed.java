package vn.mscore.hotline.dossier.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierChanged.What;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.DossierStore.Write;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.FeedRules;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Units;

/** What both ways in share: the rules applied to one dossier, and telling what changed. */
@Singleton
class DossierFeed {
    private final WorkCalendars calendars;
    private final Units units;
    private final Ids ids;
    private final Facts facts;
    private final Clock clock;

    @Inject
    DossierFeed(WorkCalendars calendars, Units units, Ids ids, Facts facts, Clock clock) {
        this.calendars = calendars;
        this.units = units;
        this.ids = ids;
        this.facts = facts;
        this.clock = clock;
    }

    FeedRules rules(FedDossier fed) {
        return new FeedRules(calendars.of(fed.unit().value()), clock.instant());
    }

    /** The row to write for {@code fed}, whose replacement of {@code known} the rules allow. */
    Write write(FedDossier fed, Optional<KnownDossier> known, long fedBy) {
        int moved = known.map(KnownDossier::postponements).orElse(0)
                + (known.filter(k -> rules(fed).isPostponement(k, fed)).isPresent() ? 1 : 0);
        return new Write(
                fed, known, known.map(KnownDossier::id).orElseGet(ids::next), moved, returnedAt(fed, known), fedBy);
    }

    /**
     * As told; else when the last step was left, else as known, for what is fed again every night stays what it was, else
     * when the facts were made; a file that tells neither leaves it open.
     */
    private Optional<Instant> returnedAt(FedDossier fed, Optional<KnownDossier> known) {
        if (fed.status() != DossierStatus.RETURNED) {
            return Optional.empty();
        }
        Optional<Instant> lastLeft = fed.stages().orElse(List.of()).stream()
                .flatMap(stage -> stage.leftAt().stream())
                .max(Comparator.naturalOrder());
        Optional<Instant> now = fed.partial() ? Optional.empty() : Optional.of(clock.instant());
        return fed.returnedAt()
                .or(() -> lastLeft)
                .or(() -> known.flatMap(KnownDossier::returnedAt))
                .or(fed::updatedAt)
                .or(() -> now);
    }

    void tell(FedDossier fed, Optional<KnownDossier> known) {
        for (What what : rules(fed).changes(known, fed)) {
            boolean postponed = what == What.POSTPONED;
            facts.tell(new DossierChanged(
                    fed.code(),
                    fed.phone(),
                    what,
                    office(fed),
                    postponed ? fed.dueAt().map(calendars.national()::dayOf) : Optional.empty(),
                    postponed ? fed.whyPostponed() : Optional.empty()));
        }
    }

    private UnitName office(FedDossier fed) {
        LocalDate today = calendars.national().dayOf(clock.instant());
        return units.name(units.successor(fed.unit(), fed.field(), today));
    }
}
