package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * What custodians see of sealed cases; for everybody else there are none. Reading an opened one writes down who looked:
 * all in the caller's transaction.
 */
public interface SealedCases {
    /**
     * A page of all, counted from 1: unfinished ones first, of these the urgent ones and then the oldest day; then the
     * finished, the newest day first; within a day in the order of the pseudonyms. Empty but for custodians.
     */
    Listed list(Viewer viewer, int page);

    /**
     * Cases whose pseudonym begins so, from four signs on; after a fresh second factor also that of a ticket or a receipt
     * code, and those open to this viewer that hold all these words, with or without accents. Nothing but the outside is
     * told, at most 50, none that concerns the viewer himself but by its pseudonym; written down and shown to the others.
     * Empty but for custodians.
     */
    List<Cover> find(Viewer viewer, String typed);

    /** What is known without opening it; empty for unknown pseudonyms and for all but custodians. */
    Optional<Cover> cover(Viewer viewer, Pseudonym pseudonym);

    /** The case itself while it is open to this viewer and his second factor is fresh, else empty. The look is logged and shown to the others. */
    Optional<Opened> look(Viewer viewer, Pseudonym pseudonym);

    /**
     * Who could verify an open case around the office complained about: the inspectorate. Empty where it is not open to this
     * viewer, nobody is named, or no office is without a conflict of interest.
     */
    Optional<UnitCode> around(Viewer viewer, Pseudonym pseudonym);

    /** One more thing of an open case. Needs a fresh second factor: refused with {@code sealed.step-up}. */
    Revealed reveal(Viewer viewer, Pseudonym pseudonym, Hidden what);

    /** Whether a recording is among the words of a case that is open to this viewer with a fresh second factor. */
    boolean hasRecording(Viewer viewer, Pseudonym pseudonym, String recording);

    /** Notes that this viewer listens to a recording of an open case. */
    void heard(Viewer viewer, Pseudonym pseudonym);

    /**
     * A page of the looks of the other custodians, counted from 1, newest first. Reading them changes nothing.
     *
     * @param page 0 for the page with the oldest of those that this viewer has not said he has seen
     */
    Looks looksOfOthers(Viewer viewer, int page);

    /** How many of them this viewer has not said he has seen. */
    int unseen(Viewer viewer);

    /**
     * The viewer has seen the looks of the others up to the one with the number {@code newest}: nothing when his page did not
     * show all of them that he had not seen before.
     *
     * @param shown how many such looks his page showed
     */
    void seen(Viewer viewer, long newest, int shown);

    /**
     * A page of the list.
     *
     * @param more whether another page follows
     */
    record Listed(List<Cover> covers, boolean more) {}

    /**
     * The outside of a case.
     *
     * @param received a day, never an hour
     */
    record Cover(Pseudonym pseudonym, LocalDate received, SealedStage stage, Opening opening, Signs signs) {
        /** Whether it waits for custodians: not closed, or with words that none of them has read. */
        public boolean unfinished() {
            return stage != SealedStage.CLOSED || signs.newWords();
        }
    }

    /**
     * Why it should not wait.
     *
     * @param urgent the words name a danger to life
     * @param newWords the citizen said more since custodians last read it: a closed case is unfinished again until they do
     * @param due what custodians owe first, empty when nothing
     * @param erased its time was over: of what it said nothing is left
     */
    record Signs(boolean urgent, boolean newWords, Optional<Due> due, boolean erased) {}

    /**
     * What custodians owe. Nobody else is told when it is late.
     *
     * @param day the last day for it
     */
    record Due(Step step, LocalDate day, boolean late) {
        /** What is owed. */
        public enum Step {
            /** To read it, or what was added. */
            LOOK,
            /** To agree that it is handed over or closed. */
            DECIDE,
            /** To let the letter leave. */
            FORWARD,
            /** To have the result of the verification. */
            SETTLE
        }
    }

    /**
     * Whether it is open.
     *
     * @param by the name of the one who asked, empty when closed
     * @param until the end of the request or of the opening
     * @param reason why another asked, for whoever may confirm and gave a fresh code; else empty
     */
    record Opening(State state, String by, Optional<Instant> until, String reason) {
        /** Seen by one viewer. */
        public enum State {
            /** Nobody asked. */
            CLOSED,
            /** This viewer asked and waits for another custodian. */
            ASKED_BY_ME,
            /** Another asked: this viewer may confirm. */
            ASKED_BY_OTHER,
            /** Open to this viewer. */
            OPEN,
            /** Open to two others. */
            OPEN_TO_OTHERS,
            /** It waits for this viewer or is open to him, and concerns himself: it is for others. */
            KEPT_OFF
        }
    }

    /**
     * An opened case.
     *
     * @param words the citizen's, in order, with the day of each; codes of dossiers and telephone numbers in them are covered
     * @param dossier masked to the office it belongs to, with those the words name; empty when none was named
     * @param hasPhone whether a number can be revealed
     * @param numbers the telephone numbers in the words, masked; empty when there are none
     * @param summary the neutral words for others, empty until written
     * @param accused the office complained about as a custodian named it or the dossier tells
     * @param summaryMark the mark of the summary and of the office a custodian named, for what is written anew or handed over
     * @param reopening the request to take it up again that waits for a second person
     * @param before how it had ended each time before it was taken up again, oldest first
     * @param reason why it was opened
     */
    record Opened(
            Cover cover,
            String ticket,
            List<Said> words,
            Optional<String> dossier,
            boolean hasPhone,
            Optional<String> numbers,
            Optional<String> summary,
            Optional<UnitCode> accused,
            String summaryMark,
            List<HandedOver> handedOver,
            Optional<Ending> ending,
            Optional<Reopening> reopening,
            List<Reopened> before,
            String reason,
            boolean hasReceipt) {}

    /**
     * Words of a day.
     *
     * @param text empty while spoken words are not typed
     * @param recording the id of the recording, when they were spoken
     * @param typedBy the custodians who typed them
     */
    record Said(LocalDate on, boolean byCitizen, String text, Optional<String> recording, Optional<String> typedBy) {}

    /**
     * A hand-over.
     *
     * @param mine whether this viewer proposed it, so that another has to confirm
     */
    record HandedOver(
            long id,
            UnitCode unit,
            String unitName,
            String words,
            String proposedBy,
            boolean mine,
            Optional<String> confirmedBy,
            Optional<LocalDate> leaves,
            Optional<LocalDate> sent,
            Optional<String> conflict,
            boolean withdrawn) {
        /** The mark of what is read of it: office, words, conflict. */
        public String mark() {
            return markOf(unit, words, conflict);
        }

        /** The same of parts. */
        public static String markOf(UnitCode unit, String words, Optional<String> conflict) {
            return ReadMark.of(unit.value(), words, conflict.orElse(""));
        }
    }

    /**
     * How it ended.
     *
     * @param by account that proposed it
     */
    record Ending(SealedOutcome outcome, String words, LocalDate on, long by) {
        /** The mark of what is read of it: outcome, words, who proposed it. */
        public String mark() {
            return ReadMark.of(outcome.name(), words, Long.toString(by));
        }
    }

    /**
     * A request to take a closed case up again.
     *
     * @param mine whether this viewer asked, so that another has to agree
     */
    record Reopening(String by, boolean mine, String reason, Instant until) {
        /** The mark of what is read of it: who asks, why, until when. */
        public String mark() {
            return ReadMark.of(by, reason, until.toString());
        }
    }

    /**
     * How it had ended before two took it up again, and why they did.
     *
     * @param second who agreed
     * @param endedOn the day of that outcome
     */
    record Reopened(
            LocalDate on,
            String by,
            String second,
            String reason,
            SealedOutcome outcome,
            String words,
            LocalDate endedOn) {}

    /** What stays covered in an opened case until asked for. */
    enum Hidden {
        /** The number of the citizen. */
        PHONE,
        /** The whole code of the dossier. */
        DOSSIER,
        /** The telephone numbers in the words. */
        NUMBERS
    }

    /** What was uncovered, or why not. */
    record Revealed(Optional<String> text, Optional<Reason> refused) {}

    /**
     * A page of looks.
     *
     * @param more whether older ones follow
     * @param olderUnseen how many of these the viewer has not said he has seen: those first
     */
    record Looks(List<Look> looks, int page, boolean more, int olderUnseen) {}

    /** Who looked at what. */
    record Look(long number, Pseudonym pseudonym, String name, String what, Instant at, boolean fresh) {}
}
