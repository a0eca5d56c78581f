package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.complaint.secret.SqlHandOvers.Draft;
import vn.mscore.hotline.complaint.secret.SqlHandOvers.HandOver;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.unit.Units;

/** From neutral words to a letter: written by one, proposed by one, confirmed by another. */
@Singleton
class HandOvers {
    private static final int LONGEST_SUMMARY = 4000;

    private final Custody custody;
    private final SqlSealedCases cases;
    private final SqlSealedWords words;
    private final SqlHandOvers handOvers;
    private final SqlLooks looks;
    private final Conflicts conflicts;
    private final Complaints complaints;
    private final Units units;
    private final OfficesOfToday today;
    private final LetterDays days;

    @Inject
    HandOvers(
            Custody custody,
            SqlSealedCases cases,
            SqlSealedWords words,
            SqlHandOvers handOvers,
            SqlLooks looks,
            Conflicts conflicts,
            Complaints complaints,
            Units units,
            OfficesOfToday today,
            LetterDays days) {
        this.custody = custody;
        this.cases = cases;
        this.words = words;
        this.handOvers = handOvers;
        this.looks = looks;
        this.conflicts = conflicts;
        this.complaints = complaints;
        this.units = units;
        this.today = today;
        this.days = days;
    }

    Optional<Reason> summarise(Viewer viewer, Pseudonym pseudonym, String read, Summary summary) {
        return custody.open(viewer, pseudonym, held -> {
            Optional<Reason> wrong = check(held, read, summary);
            if (wrong.isEmpty()) {
                cases.summarise(held, summary.words().strip(), summary.accused(), viewer.account());
                looks.note(viewer, held, "summarised", "");
            }
            return wrong;
        });
    }

    private Optional<Reason> check(SealedCase held, String read, Summary summary) {
        int length = summary.words().strip().length();
        if (length < 10 || length > LONGEST_SUMMARY) {
            return Optional.of(Refusals.NO_SUMMARY);
        }
        Optional<Reason> wrongStage = hinders(held).or(() -> unread(held, read));
        if (wrongStage.isPresent()) {
            return wrongStage;
        }
        if (summary.accused().filter(unit -> units.find(unit).isEmpty()).isPresent()) {
            return Optional.of(Refusals.UNIT);
        }
        return words.told(held, summary.words());
    }

    /** Whoever writes over words or hands them on has read them. */
    private static Optional<Reason> unread(SealedCase held, String read) {
        return Refusals.unless(held.written().mark().equals(read), Refusals.SUMMARY_CHANGED);
    }

    Optional<Reason> propose(Viewer viewer, Pseudonym pseudonym, String read, Proposal proposal) {
        return custody.open(viewer, pseudonym, held -> {
            if (held.summary().isEmpty()) {
                return Optional.of(Refusals.NO_SUMMARY);
            }
            Optional<Reason> wrongStage = hinders(held)
                    .or(() -> unread(held, read))
                    .or(() -> words.told(held, held.summary().get()));
            if (wrongStage.isPresent()) {
                return wrongStage;
            }
            if (units.find(proposal.unit()).isEmpty()) {
                return Optional.of(Refusals.UNIT);
            }
            return today.ended(proposal.unit(), "").or(() -> propose(viewer, held, proposal));
        });
    }

    private Optional<Reason> propose(Viewer viewer, SealedCase held, Proposal proposal) {
        Optional<Reason> conflict = conflicts.of(held, proposal.unit());
        Optional<String> override = proposal.override()
                .map(String::strip)
                .filter(Refusals::isReason)
                .filter(why -> conflict.isPresent());
        if (conflict.isPresent() && override.isEmpty()) {
            looks.note(viewer, held, "blocked", conflict.get().code());
            return conflict;
        }
        Optional<String> code = conflict.map(Reason::code);
        handOvers.propose(new Draft(held, proposal.unit(), maskedDossier(held), code, override), viewer, days.today());
        cases.stage(held, SealedStage.PROPOSED);
        looks.note(viewer, held, "proposed", override.orElse(""));
        return Optional.empty();
    }

    private String maskedDossier(SealedCase held) {
        return complaints
                .find(cases.ticket(held))
                .flatMap(Complaint::about)
                .map(MaskedDossier::of)
                .orElse("");
    }

    Optional<Reason> confirm(Viewer viewer, Pseudonym pseudonym, String read, Optional<String> override) {
        return custody.open(viewer, pseudonym, held -> {
            Optional<HandOver> proposal = proposal(held);
            if (proposal.isEmpty() || held.stage() != SealedStage.PROPOSED) {
                return Optional.of(Refusals.NO_PROPOSAL);
            }
            if (proposal.get().proposedBy() == viewer.account()) {
                return Optional.of(Refusals.SECOND_PERSON);
            }
            if (!proposal.get().mark().equals(read)) {
                return Optional.of(Refusals.CHANGED);
            }
            if (!custody.mayStillAsk(proposal.get().proposedBy(), held)) {
                takeBack(viewer, held, proposal.stream().toList());
                return Optional.of(Refusals.NO_PROPOSAL);
            }
            return words.told(held, proposal.get().words())
                    .or(() -> today.ended(proposal.get().unit(), ""))
                    .or(() -> confirm(viewer, held, proposal.get(), override));
        });
    }

    private Optional<Reason> confirm(Viewer viewer, SealedCase held, HandOver proposal, Optional<String> override) {
        Optional<String> mine = override.map(String::strip).filter(Refusals::isReason);
        Optional<Reason> conflict = conflicts.of(held, proposal.unit());
        if (conflict.isPresent() && (mine.isEmpty() || proposal.override().isEmpty())) {
            looks.note(viewer, held, "blocked", conflict.get().code());
            return Optional.of(Refusals.OVERRIDE);
        }
        Optional<String> both = conflict.map(why -> String.join(
                "\n", Stream.concat(proposal.override().stream(), mine.stream()).toList()));
        handOvers.confirm(proposal, viewer, days.next(), both);
        cases.stage(held, SealedStage.HANDED_OVER);
        looks.note(viewer, held, "handed-over", mine.orElse(""));
        return Optional.empty();
    }

    Optional<Reason> withdraw(Viewer viewer, Pseudonym pseudonym) {
        return custody.open(viewer, pseudonym, held -> {
            List<HandOver> open = handOvers.of(held.id()).stream()
                    .filter(HandOver::mayBeWithdrawn)
                    .toList();
            if (open.isEmpty()) {
                return Optional.of(Refusals.NO_PROPOSAL);
            }
            takeBack(viewer, held, open);
            return Optional.empty();
        });
    }

    private void takeBack(Viewer viewer, SealedCase held, List<HandOver> open) {
        open.forEach(handOvers::withdraw);
        cases.withdrawn(held);
        looks.note(viewer, held, "withdrawn", "");
    }

    /** Why nothing new is written now: it is closed, or a hand-over or an outcome waits for the second person. */
    private Optional<Reason> hinders(SealedCase held) {
        return held.stage() == SealedStage.ENDING ? Optional.of(Refusals.PENDING) : hindersAnEnding(held);
    }

    /** Why no outcome is proposed now: it is closed, or a hand-over waits for the second person. */
    Optional<Reason> hindersAnEnding(SealedCase held) {
        if (held.stage() == SealedStage.CLOSED) {
            return Optional.of(Refusals.CLOSED);
        }
        return proposal(held).map(waiting -> Refusals.PENDING);
    }

    private Optional<HandOver> proposal(SealedCase held) {
        return handOvers.of(held.id()).stream().filter(HandOver::isProposal).findFirst();
    }
}
