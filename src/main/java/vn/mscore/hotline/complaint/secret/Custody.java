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

    @Inject
    Custody(SqlSealedCases cases, SqlOpenings openings) {
        this.cases = cases;
        this.openings = openings;
    }

    /** The case as this viewer may know of it: for all but custodians there is none. */
    Optional<SealedCase> find(Viewer viewer, Pseudonym pseudonym) {
        return viewer.is(Role.CUSTODIAN) ? cases.find(pseudonym) : Optional.empty();
    }

    /** The case while it is open to this viewer and he gave a fresh second factor. */
    Optional<SealedCase> opened(Viewer viewer, Pseudonym pseudonym) {
        return find(viewer, pseudonym).filter(held -> viewer.stepUpFresh() && isOpen(viewer, held));
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

    /** The same with a fresh second factor. */
    Optional<Reason> sure(Viewer viewer, Pseudonym pseudonym, Function<SealedCase, Optional<Reason>> work) {
        return with(viewer, pseudonym, held -> viewer.stepUpFresh() ? work.apply(held) : Optional.of(Refusals.STEP_UP));
    }

    /** The same with a fresh second factor on a case that is open to this viewer. */
    Optional<Reason> open(Viewer viewer, Pseudonym pseudonym, Function<SealedCase, Optional<Reason>> work) {
        return sure(
                viewer, pseudonym, held -> isOpen(viewer, held) ? work.apply(held) : Optional.of(Refusals.NOT_OPEN));
    }

    Opening opening(Viewer viewer, SealedCase held) {
        return openings.of(held.id())
                .map(current -> opening(viewer, current))
                .orElseGet(() -> new Opening(State.CLOSED, "", Optional.empty(), ""));
    }

    private static Opening opening(Viewer viewer, Current current) {
        State state = state(viewer, current);
        boolean judges = state == State.ASKED_BY_OTHER && viewer.stepUpFresh();
        return new Opening(state, current.askedName(), Optional.of(current.until()), judges ? current.reason() : "");
    }

    private static State state(Viewer viewer, Current current) {
        if (current.isOpen()) {
            return current.isOpenTo(viewer) ? State.OPEN : State.OPEN_TO_OTHERS;
        }
        return current.askedBy() == viewer.account() ? State.ASKED_BY_ME : State.ASKED_BY_OTHER;
    }
}
