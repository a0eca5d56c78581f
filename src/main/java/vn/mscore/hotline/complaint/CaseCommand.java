package vn.mscore.hotline.complaint;

import java.util.Locale;

/** Everything a person of the offices can do to a case. Who may do it in which state: {@link StateTable}. */
public enum CaseCommand {
    /** Claims it. */
    TAKE,
    /** Gives it back to the queue. */
    RELEASE,
    /** Says what it is. */
    CLASSIFY,
    /** Sends it to an office, after the undo window. */
    ROUTE,
    /** Takes back what still waits for its window. */
    UNDO,
    /** An officer begins. */
    ACCEPT,
    /** An officer gives it back to the desk: not ours. */
    HAND_BACK,
    /** Answers the citizen, after the send delay. */
    ANSWER,
    /** Tells the citizen how it stands; nothing else changes. */
    INFORM,
    /** Ends it without an answer, with a reason that the citizen is told. */
    REFUSE,
    /** Belongs to somebody outside the province. */
    PASS_OUTSIDE,
    /** The citizen withdrew it by phone or in person. */
    WITHDRAW,
    /** The citizen is content, said by phone or in person. */
    CLOSE,
    /** The citizen is not content, said by phone or in person. */
    REOPEN,
    /** Has read what the citizen added after the answer or the end, and leaves it at that. */
    ACKNOWLEDGE,
    /** Adds an internal note. */
    NOTE,
    /** Types what a recording says. */
    TRANSCRIBE,
    /** Writes the neutral summary that delegates read. */
    SUMMARIZE,
    /** Makes a second case of a part of the words. */
    SPLIT,
    /** Ties two cases together for the eye. */
    LINK,
    /** Unties them. */
    UNLINK,
    /** Puts it into another case of the same matter. */
    MERGE,
    /** Takes it out again, as it was. */
    UNMERGE,
    /** Joins cases that are answered together. */
    CLUSTER,
    /** Leaves them. */
    UNCLUSTER,
    /** Stops the clock, with a reason. */
    PAUSE,
    /** Starts it again. */
    RESUME,
    /** Moves the deadline once, with a reason that the citizen is told. */
    EXTEND,
    /** Explains an overdue step. */
    EXPLAIN,
    /** Decides what follows from an explanation. */
    JUDGE,
    /** Apologises for a late dossier before its day, with the one new appointment. */
    APOLOGIZE;

    /** Its name in tables and in the audit trail: {@code hand-back}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
