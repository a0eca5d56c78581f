package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedDeeds.Letter;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.complaint.secret.SqlHandOvers.HandOver;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.unit.Units;

/** The letters of the week. */
@Singleton
class Letters {
    private final SqlHandOvers handOvers;
    private final SqlSealedCases cases;
    private final SqlLooks looks;
    private final Units units;
    private final LetterDays days;
    private final Conflicts conflicts;
    private final OfficesOfToday today;
    private final KeptOff keptOff;
    private final SqlSealedWords words;

    @Inject
    Letters(
            SqlHandOvers handOvers,
            SqlSealedCases cases,
            SqlLooks looks,
            Units units,
            LetterDays days,
            Conflicts conflicts,
            OfficesOfToday today,
            KeptOff keptOff,
            SqlSealedWords words) {
        this.handOvers = handOvers;
        this.cases = cases;
        this.looks = looks;
        this.units = units;
        this.days = days;
        this.conflicts = conflicts;
        this.today = today;
        this.keptOff = keptOff;
        this.words = words;
    }

    List<Letter> leaving(Viewer viewer) {
        return viewer.is(Role.CUSTODIAN) && viewer.stepUpFresh()
                ? handOvers.leaving(days.today()).stream()
                        .flatMap(one -> letter(viewer, one).stream())
                        .toList()
                : List.of();
    }

    /** Empty for whom the case concerns himself: the other custodians post it. */
    private Optional<Letter> letter(Viewer viewer, HandOver one) {
        SealedCase held = cases.byId(one.complaint()).orElseThrow();
        if (keptOff.keeps(viewer, held)) {
            return Optional.empty();
        }
        looks.note(viewer, held, "letter-read", "");
        return Optional.of(new Letter(
                one.id(),
                held.pseudonym().spoken(),
                units.name(one.unit()).full(),
                one.words(),
                one.dossier(),
                one.leaves().orElseThrow(),
                kept(held, one).map(Reason::sentence)));
    }

    Optional<Reason> sent(Viewer viewer, long id) {
        Optional<HandOver> letter = viewer.is(Role.CUSTODIAN)
                ? handOvers.byId(id).filter(HandOver::mayBeWithdrawn).filter(this::isDue)
                : Optional.empty();
        return letter.map(one -> viewer.stepUpFresh() ? sent(viewer, one) : Optional.of(Refusals.STEP_UP))
                .orElse(Optional.of(Refusals.UNKNOWN));
    }

    private Optional<Reason> sent(Viewer viewer, HandOver letter) {
        SealedCase held = cases.byId(letter.complaint()).orElseThrow();
        Optional<Reason> kept = keptOff.refusal(viewer, held).or(() -> kept(held, letter));
        if (kept.isEmpty()) {
            handOvers.sent(letter, days.today());
        }
        looks.note(viewer, held, kept.isEmpty() ? "letter-sent" : "blocked", "");
        return kept;
    }

    /**
     * Offices change while a letter waits, and words are typed: an end, a conflict that two persons did not insist on, or what
     * could tell who wrote keeps it back.
     */
    private Optional<Reason> kept(SealedCase held, HandOver letter) {
        return today.ended(letter.unit(), "")
                .or(() -> words.told(held, letter.words()))
                .or(() -> conflicts.of(held, letter.unit()).filter(why -> !letter.conflict()
                        .equals(Optional.of(why.code()))));
    }

    private boolean isDue(HandOver letter) {
        return letter.leaves().filter(day -> !day.isAfter(days.today())).isPresent();
    }
}
