package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;

/**
 * Fact: a ticket moved and its sender is to hear of it.
 *
 * @param on today
 * @param due the day of the answer
 * @param words what the office says to the citizen: an answer that goes out by text, the reason of a refusal
 */
public record ComplaintMoved(
        TicketNumber ticket,
        Move move,
        Optional<PhoneNumber> phone,
        Optional<UnitName> unit,
        LocalDate on,
        LocalDate due,
        boolean secret,
        Optional<Words> words) {
    /** Without words of the office. */
    public ComplaintMoved(
            TicketNumber ticket,
            Move move,
            Optional<PhoneNumber> phone,
            Optional<UnitName> unit,
            LocalDate on,
            LocalDate due,
            boolean secret) {
        this(ticket, move, phone, unit, on, due, secret, Optional.empty());
    }

    /** What the office says. Prints as nothing: facts may be logged. */
    public record Words(String text) {
        @Override
        public String toString() {
            return "[words]";
        }
    }

    /** How it moved. */
    public enum Move {
        /** T16. */
        ROUTED,
        /** T17, after the answer itself where that goes out by text. */
        ANSWERED,
        /** T18; T72 where no office above has it. */
        REOPENED,
        /** Two working days after the answer: is it done? T62, after the last reopening T71. */
        ASKED,
        /** T63, with the reason. */
        REFUSED,
        /** T48. */
        PASSED_OUTSIDE,
        /** T49. */
        WITHDRAWN,
        /** T64, with the reason. */
        EXTENDED,
        /** T79, with how it stands: the day stays. */
        INFORMED,
        /** Answered with the ticket it was merged into: T74; T65 where its citizen is not asked about this one. */
        ANSWERED_TOGETHER
    }
}
