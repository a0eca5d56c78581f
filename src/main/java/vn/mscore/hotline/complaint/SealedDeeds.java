package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * What custodians do with sealed cases (security R2, R3, R7, R51, L13-L16). Every deed checks the right itself, writes the
 * audit trail in the caller's transaction and refuses with a value: {@code sealed.unknown} for what is not there and for
 * everybody who is no custodian alike, {@code sealed.step-up} without a fresh second factor, {@code sealed.not-open} when
 * two persons have not opened it to this one, {@code sealed.own-interest} with the names of the others when it concerns himself.
 */
public interface SealedDeeds {
    /** Asks to open it, for a reason of 10 to 500 characters. Another custodian has 24 hours to confirm. */
    Optional<Reason> askToOpen(Viewer viewer, Pseudonym pseudonym, String reason);

    /** Confirms the request of another: open to both for 60 minutes. Refusals also: {@code sealed.second-person}, {@code sealed.not-asked}. */
    Optional<Reason> confirmOpening(Viewer viewer, Pseudonym pseudonym);

    /** Closes it before its hour for both; also takes a request back. */
    Optional<Reason> close(Viewer viewer, Pseudonym pseudonym);

    /**
     * Types what was heard in a recording of the case, in 1 to 4,000 characters: it stands among the citizen's words of that
     * day, below what was typed there before, under the names of those who typed. Refusals also: {@code sealed.words},
     * {@code sealed.recording}.
     */
    Optional<Reason> type(Viewer viewer, Pseudonym pseudonym, Typed typed);

    /** What was heard. */
    record Typed(String recording, String text) {}

    /**
     * Keeps the neutral words for others and the office complained about. Refused when the words hold a telephone number,
     * a dossier code ({@code sealed.summary-tells}) or six words in a row of the citizen's ({@code sealed.summary-quotes}).
     *
     * @param read the mark of what stood there as this person read it ({@link SealedCases.Opened#summaryMark()}); of another
     *     one it is refused with {@code sealed.summary-changed}
     */
    Optional<Reason> summarise(Viewer viewer, Pseudonym pseudonym, String read, Summary summary);

    /** Neutral words and whom they are about. */
    record Summary(String words, Optional<UnitCode> accused) {
        /** Nothing is written yet. */
        public static final Summary NONE = new Summary("", Optional.empty());

        /** The mark of what is read of it: words, office. */
        public String mark() {
            return ReadMark.of(words, accused.map(UnitCode::value).orElse(""));
        }
    }

    /**
     * Proposes to hand the summary over to an office for verification. The office complained about, those above and below
     * it, its one-stop unit, and every office while nobody is named are refused with {@code sealed.conflict.*} and logged,
     * unless {@code override} says why two persons want it so. An office of the past gets nothing: {@code complaint.unit-ended}.
     * Whoever proposes it has read its words, whoever confirms them too: with these two no words leave that only their author
     * knows.
     *
     * @param read the mark of the summary as this person read it, as of {@link #summarise}
     */
    Optional<Reason> propose(Viewer viewer, Pseudonym pseudonym, String read, Proposal proposal);

    /** To whom, and why in spite of a conflict. */
    record Proposal(UnitCode unit, Optional<String> override) {}

    /**
     * Another custodian confirms the open proposal; its letter leaves on the next day of letters. A proposal against a
     * conflict needs a reason of this person too ({@code sealed.override}).
     *
     * @param read the mark of the proposal as this person read it ({@link SealedCases.HandedOver#mark()}); of another one it
     *     is refused with {@code sealed.changed}
     */
    Optional<Reason> confirmHandOver(Viewer viewer, Pseudonym pseudonym, String read, Optional<String> override);

    /** Takes a proposal or a letter back that has not left; a case that is closed or closing stays so. */
    Optional<Reason> withdrawHandOver(Viewer viewer, Pseudonym pseudonym);

    /**
     * Proposes how it was handled: it is closed once another custodian agrees. One who says it anew takes the other's place.
     * Refusals also: {@code sealed.closed}, and {@code sealed.pending} while a hand-over waits for its second person.
     */
    Optional<Reason> record(Viewer viewer, Pseudonym pseudonym, Result result);

    /**
     * Another custodian, to whom the case is open too, agrees with the proposed outcome: it is closed. Refusals also:
     * {@code sealed.second-person}, {@code sealed.no-ending}, {@code sealed.changed}.
     *
     * @param read the mark of the outcome as this person read it ({@link SealedCases.Ending#mark()})
     */
    Optional<Reason> confirmEnding(Viewer viewer, Pseudonym pseudonym, String read);

    /** Takes a proposed outcome back, one's own or another's; the case is where it was. Refusal also: {@code sealed.no-ending}. */
    Optional<Reason> takeEndingBack(Viewer viewer, Pseudonym pseudonym);

    /**
     * Asks to take a closed case up again, for a reason of 10 to 500 characters; another custodian, to whom it is open too,
     * has 24 hours to agree. Refusals also: {@code sealed.not-closed}, {@code sealed.pending}, {@code sealed.erased}.
     */
    Optional<Reason> askToReopen(Viewer viewer, Pseudonym pseudonym, String reason);

    /**
     * Agrees to take it up again: it is where it was before its outcome, the outcome stays readable, and the term to decide
     * begins anew. Logged in the case's log too. Refusals also: {@code sealed.no-reopening}, {@code sealed.second-person},
     * {@code sealed.changed}.
     *
     * @param read the mark of the request as this person read it ({@link SealedCases.Reopening#mark()})
     */
    Optional<Reason> confirmReopening(Viewer viewer, Pseudonym pseudonym, String read);

    /** Takes such a request back, one's own or another's. Refusal also: {@code sealed.no-reopening}. */
    Optional<Reason> dropReopening(Viewer viewer, Pseudonym pseudonym);

    /** How it was handled, in our words. */
    record Result(SealedOutcome outcome, String words) {}

    /** Makes a new code of eight digits by which the citizen may ask from any phone; the one before ends. Empty when refused. */
    Optional<String> newReceipt(Viewer viewer, Pseudonym pseudonym);

    /** The letters that leave today or should have left: printing them is logged. Empty but for custodians with a fresh code. */
    List<Letter> letters(Viewer viewer);

    /**
     * Notes that a letter left; what arose since it was confirmed keeps it back: a conflict of interest, the end of the office,
     * words that it would quote or that tell who wrote.
     */
    Optional<Reason> sent(Viewer viewer, long letter);

    /**
     * What an office gets: nothing finer than a month, nothing of the citizen.
     *
     * @param dossier masked, empty when none was named
     * @param kept why it may not leave, empty when it may
     */
    record Letter(
            long id,
            String reference,
            String unitName,
            String words,
            String dossier,
            LocalDate leaves,
            Optional<String> kept) {}
}
