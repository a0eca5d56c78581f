package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;

/** Fact: a ticket was routed, answered or reopened. */
public record ComplaintMoved(
        TicketNumber ticket,
        Move move,
        Optional<PhoneNumber> phone,
        Optional<UnitName> unit,
        LocalDate on,
        LocalDate due,
        boolean secret) {
    /** Which of the three. */
    public enum Move {
        /** T16. */
        ROUTED,
        /** T17. */
        ANSWERED,
        /** T18. */
        REOPENED
    }
}
