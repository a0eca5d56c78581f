package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Something that passed between a number and us.
 *
 * @param source where it comes from, such as {@code sms:123}: lines of a sealed source are left out; empty when it has none
 * @param text words as they were, empty when there are none
 * @param detail a state, a mark, a promise; a key of the words table or plain text
 * @param ticket the case it is, empty for others
 */
public record TimelineLine(
        Kind kind, Instant at, String source, String text, String detail, Optional<TicketNumber> ticket) {
    /** What it was. */
    public enum Kind {
        /** A text from the citizen. */
        SMS_IN,
        /** A text to the citizen. */
        SMS_OUT,
        /** A mark. */
        SCORE,
        /** Another case. */
        CASE,
        /** What the citizen said in a case, where no text holds it: only for the one whose data they are. */
        CASE_WORDS,
        /** What an office answered in a case: only for the one whose data they are. */
        ANSWER,
        /** A dossier as it stands today: only for the one whose data they are. */
        DOSSIER,
        /** A call-back asked for. */
        CALLBACK,
        /** A telephone call, and what was recorded of it. */
        CALL
    }
}
