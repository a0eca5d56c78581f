package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.TicketNumber;

/** What an office does with a case that is with it. Each opens its own transaction; refusals: see {@link Decision}. */
public interface WorkCases {
    /** Begins: the officer is named as the one who has it. */
    Decision accept(Grip grip);

    /** Back to the desk: not ours, and why. */
    Decision handBack(Grip grip, String reason);

    /**
     * Answers the citizen, and with him everybody of the cluster and of the cases merged into it, when the send delay
     * {@code hotline.case.sendDelay} (10 s) has passed. The desk may answer what it classified without sending it on.
     * Of a cluster, what could not be answered by itself is left out, and its log says so. Refusal: {@code case.own-answer}
     * (reopened, and it was this account that answered).
     */
    Decision answer(Grip grip, Answer answer);

    /**
     * Tells the citizen, and everybody merged into the case who waits, how it stands, by text (T79) after the send delay; state
     * and clocks go on. Refusals: those of the words of an answer, {@code case.no-texts} (no text reaches the number).
     */
    Decision inform(Grip grip, String words);

    /** How the citizen of a case is told. Needs a transaction. */
    Reach reach(TicketNumber ticket);

    /** How a citizen is told. */
    enum Reach {
        /** By text. */
        TEXT,
        /** The number takes no texts: a person calls. */
        CALL,
        /** Without a number, or with one of another country, only when he asks himself. */
        NONE
    }

    /**
     * What is told.
     *
     * @param text 1 to 4,000 characters, kept sealed and read out by phone
     * @param bySms whether the text itself goes out too, whole: refused with {@code case.too-many-parts} when that were more
     *     than {@code hotline.sms.maxSegments.reply} parts
     */
    record Answer(String text, boolean bySms) {}
}
