package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.secret.SqlOpenings.Current;
import vn.mscore.hotline.shared.Reason;

/** One custodian asks, another confirms. */
@Singleton
class OpenTogether {
    private final Custody custody;
    private final SqlOpenings openings;
    private final SqlLooks looks;

    @Inject
    OpenTogether(Custody custody, SqlOpenings openings, SqlLooks looks) {
        this.custody = custody;
        this.openings = openings;
        this.looks = looks;
    }

    Optional<Reason> ask(Viewer viewer, Pseudonym pseudonym, String reason) {
        return custody.sure(viewer, pseudonym, held -> {
            if (!Refusals.isReason(reason)) {
                return Optional.of(Refusals.REASON);
            }
            if (openings.of(held.id()).isPresent()) {
                return Optional.of(Refusals.ALREADY);
            }
            openings.ask(held.id(), viewer, reason.strip());
            looks.note(viewer, held, "asked", reason);
            return Optional.empty();
        });
    }

    Optional<Reason> confirm(Viewer viewer, Pseudonym pseudonym) {
        return custody.sure(viewer, pseudonym, held -> {
            Optional<Current> asked = openings.of(held.id()).filter(current -> !current.isOpen());
            if (asked.isEmpty()) {
                return Optional.of(Refusals.NOT_ASKED);
            }
            if (asked.get().askedBy() == viewer.account()) {
                return Optional.of(Refusals.SECOND_PERSON);
            }
            if (!custody.mayStillAsk(asked.get().askedBy(), held)) {
                openings.close(asked.get());
                return Optional.of(Refusals.NOT_ASKED);
            }
            openings.confirm(asked.get(), viewer);
            looks.note(viewer, held, "opened", "");
            return Optional.empty();
        });
    }

    Optional<Reason> close(Viewer viewer, Pseudonym pseudonym) {
        return custody.with(viewer, pseudonym, held -> {
            Optional<Current> current =
                    openings.of(held.id()).filter(one -> one.askedBy() == viewer.account() || one.isOpenTo(viewer));
            current.ifPresent(one -> {
                openings.close(one);
                looks.note(viewer, held, "closed", "");
            });
            return Refusals.unless(current.isPresent(), Refusals.NOT_OPEN);
        });
    }
}
