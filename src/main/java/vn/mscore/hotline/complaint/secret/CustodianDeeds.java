package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Ending;
import vn.mscore.hotline.complaint.SealedDeeds;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.shared.Reason;

/** The deeds of custodians, each in its own class. */
@Singleton
public class CustodianDeeds implements SealedDeeds {
    private static final int LONGEST_OUTCOME = 2000;

    private final OpenTogether opening;
    private final Transcripts transcripts;
    private final HandOvers handOvers;
    private final Letters letters;
    private final Receipts receipts;
    private final Reopenings reopenings;
    private final Custody custody;
    private final SqlSealedCases cases;
    private final SqlLooks looks;
    private final LetterDays days;

    /** Joined by CDI. */
    @Inject
    CustodianDeeds(
            OpenTogether opening,
            Transcripts transcripts,
            HandOvers handOvers,
            Letters letters,
            Receipts receipts,
            Reopenings reopenings,
            Custody custody,
            SqlSealedCases cases,
            SqlLooks looks,
            LetterDays days) {
        this.opening = opening;
        this.transcripts = transcripts;
        this.handOvers = handOvers;
        this.letters = letters;
        this.receipts = receipts;
        this.reopenings = reopenings;
        this.custody = custody;
        this.cases = cases;
        this.looks = looks;
        this.days = days;
    }

    @Override
    public Optional<Reason> askToOpen(Viewer viewer, Pseudonym pseudonym, String reason) {
        return opening.ask(viewer, pseudonym, reason);
    }

    @Override
    public Optional<Reason> confirmOpening(Viewer viewer, Pseudonym pseudonym) {
        return opening.confirm(viewer, pseudonym);
    }

    @Override
    public Optional<Reason> close(Viewer viewer, Pseudonym pseudonym) {
        return opening.close(viewer, pseudonym);
    }

    @Override
    public Optional<Reason> type(Viewer viewer, Pseudonym pseudonym, Typed typed) {
        return transcripts.type(viewer, pseudonym, typed);
    }

    @Override
    public Optional<Reason> summarise(Viewer viewer, Pseudonym pseudonym, String read, Summary summary) {
        return handOvers.summarise(viewer, pseudonym, read, summary);
    }

    @Override
    public Optional<Reason> propose(Viewer viewer, Pseudonym pseudonym, String read, Proposal proposal) {
        return handOvers.propose(viewer, pseudonym, read, proposal);
    }

    @Override
    public Optional<Reason> confirmHandOver(
            Viewer viewer, Pseudonym pseudonym, String read, Optional<String> override) {
        return handOvers.confirm(viewer, pseudonym, read, override);
    }

    @Override
    public Optional<Reason> withdrawHandOver(Viewer viewer, Pseudonym pseudonym) {
        return handOvers.withdraw(viewer, pseudonym);
    }

    @Override
    public Optional<Reason> record(Viewer viewer, Pseudonym pseudonym, Result result) {
        return custody.open(viewer, pseudonym, held -> {
            int length = result.words().strip().length();
            if (length < 10 || length > LONGEST_OUTCOME) {
                return Optional.of(Refusals.OUTCOME);
            }
            Optional<Reason> wrongStage = handOvers.hindersAnEnding(held);
            if (wrongStage.isPresent()) {
                return wrongStage;
            }
            cases.end(held, new Ending(result.outcome(), result.words().strip(), days.today(), viewer.account()));
            looks.note(viewer, held, "outcome", result.outcome().name());
            return Optional.empty();
        });
    }

    @Override
    public Optional<Reason> confirmEnding(Viewer viewer, Pseudonym pseudonym, String read) {
        return custody.open(viewer, pseudonym, held -> {
            if (held.stage() != SealedStage.ENDING) {
                return Optional.of(Refusals.NO_ENDING);
            }
            Ending ending = held.ending().orElseThrow();
            if (ending.by() == viewer.account()) {
                return Optional.of(Refusals.SECOND_PERSON);
            }
            if (!ending.mark().equals(read)) {
                return Optional.of(Refusals.CHANGED);
            }
            if (!custody.mayStillAsk(ending.by(), held)) {
                takeBack(viewer, held);
                return Optional.of(Refusals.NO_ENDING);
            }
            cases.close(held, days.today());
            looks.note(viewer, held, "ended", "");
            return Optional.empty();
        });
    }

    @Override
    public Optional<Reason> takeEndingBack(Viewer viewer, Pseudonym pseudonym) {
        return custody.open(viewer, pseudonym, held -> {
            if (held.stage() != SealedStage.ENDING) {
                return Optional.of(Refusals.NO_ENDING);
            }
            takeBack(viewer, held);
            return Optional.empty();
        });
    }

    private void takeBack(Viewer viewer, SealedCase held) {
        cases.withoutOutcome(held);
        looks.note(viewer, held, "ending-withdrawn", "");
    }

    @Override
    public Optional<Reason> askToReopen(Viewer viewer, Pseudonym pseudonym, String reason) {
        return reopenings.ask(viewer, pseudonym, reason);
    }

    @Override
    public Optional<Reason> confirmReopening(Viewer viewer, Pseudonym pseudonym, String read) {
        return reopenings.confirm(viewer, pseudonym, read);
    }

    @Override
    public Optional<Reason> dropReopening(Viewer viewer, Pseudonym pseudonym) {
        return reopenings.drop(viewer, pseudonym);
    }

    @Override
    public Optional<String> newReceipt(Viewer viewer, Pseudonym pseudonym) {
        return receipts.issue(viewer, pseudonym);
    }

    @Override
    public List<Letter> letters(Viewer viewer) {
        return letters.leaving(viewer);
    }

    @Override
    public Optional<Reason> sent(Viewer viewer, long letter) {
        return letters.sent(viewer, letter);
    }
}
