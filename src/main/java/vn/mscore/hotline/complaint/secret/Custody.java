package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Opening;
import vn.mscore.hotline.complaint.SealedCases.Opening.State;
import vn.mscore.hotline.complaint.secret.SqlOpenings.Current;
import vn.mscore.hotline.shared.Reason;

/** Who may do what with which case; the only place where it is decided. */
@Singleton
class Custody {
    private final SqlSealedCases cases;
    private final SqlOpenings openings;
    private final KeptOff keptOff;

    @Inject
    Custody(SqlSealedCases cases, SqlOpenings openings, KeptOff keptOff) {
        this.cases = cases;
        this.openings = openings;
        this.keptOff = keptOff;
    }

    /** The case as this viewer may know of it: for all but custodians there is none. */
    Optional<SealedCase> find(Viewer viewer, Pseudonym pseudonym) {
        return viewer.is(Role.CUSTODIAN) ? cases.find(pseudonym) : Optional.empty();
    }

    /** The case while it is open to this viewer, who gave a fresh second factor and whom it does not concern himself. */
    Optional<SealedCase> opened(Viewer viewer, Pseudonym pseudonym) {
        return find(viewer, pseudonym)
                .filter(held -> viewer.stepUpFresh() && isOpen(viewer, held) && !keptOff.keeps(viewer, held));
    }

    boolean isOpen(Viewer viewer, SealedCase held) {
        return openings.of(held.id())
                .filter(current -> current.isOpenTo(viewer))
                .isPresent();
    }

    /** Does {@code work} on a case, or says why not. */
    Optional<Reason> with(Viewer viewer, Pseudonym pseudonym, Function<SealedCase, Optional<Reason>> work) {
        return find(viewer, pseudonym).map(work).orElse(Optional.of(Refusals.UNKNOWN));
    }

    /** The same with a fresh second factor, for whom it does not concern himself; a try of such a one is written down. */
    Optional<Reason> sure(Viewer viewer, Pseudonym pseudonym, Function<SealedCase, Optional<Reason>> work) {
        return with(viewer, pseudonym, held -> {
            if (!viewer.stepUpFresh()) {
                return Optional.of(Refusals.STEP_UP);
            }
            return keptOff.refusal(viewer, held).or(() -> work.apply(held));
        });
    }

    /** Whether the case concerns this custodian himself. */
    boolean keepsOff(Viewer viewer, SealedCase held) {
        return keptOff.keeps(viewer, held);
    }

    /** See {@link KeptOff#mayStillAsk}. */
    boolean mayStillAsk(long account, SealedCase held) {
        return keptOff.mayStillAsk(account, held);
    }

    /** The same with a fresh second factor on a case that is open to this viewer. */
    Optional<Reason> open(Viewer viewer, Pseudonym pseudonym, Function<SealedCase, Optional<Reason>> work) {
        return sure(
                viewer, pseudonym, held -> isOpen(viewer, held) ? work.apply(held) : Optional.of(Refusals.NOT_OPEN));
    }

    Opening opening(Viewer viewer, SealedCase held) {
        return openings.of(held.id())
                .map(current -> opening(viewer, held, current))
                .orElseGet(() -> new Opening(State.CLOSED, "", Optional.empty(), ""));
    }

    private Opening opening(Viewer viewer, SealedCase held, Current current) {
        State state = state(viewer, held, current);
        boolean judges = state == State.ASKED_BY_OTHER && viewer.stepUpFresh();
        return new Opening(state, current.askedName(), Optional.of(current.until()), judges ? current.reason() : "");
    }

    /** Whoever has to act learns at once that he must not; of a closed case nobody learns it by looking at lists. */
    private State state(Viewer viewer, SealedCase held, Current current) {
        State state = state(viewer, current);
        boolean acts = state == State.OPEN || state == State.ASKED_BY_OTHER;
        return acts && viewer.stepUpFresh() && keptOff.keeps(viewer, held) ? State.KEPT_OFF : state;
    }

    private static State state(Viewer viewer, Current current) {
        if (current.isOpen()) {
            return current.isOpenTo(viewer) ? State.OPEN : State.OPEN_TO_OTHERS;
        }
        return current.askedBy() == viewer.account() ? State.ASKED_BY_ME : State.ASKED_BY_OTHER;
    }
}
