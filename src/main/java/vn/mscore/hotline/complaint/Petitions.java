package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A khiếu nại by phone or text is no khiếu nại (Law on complaints 2011 art. 8): the desk explains, makes an appointment
 * and prints a form; the clocks of the law begin with the signed paper and with nothing else. All in the caller's
 * transaction; refusals: {@code petition.unknown} (not there, not to be seen, no khiếu nại: the same),
 * {@code petition.order} (an earlier step is missing or this one is done), {@code petition.day}, {@code complaint.unit}.
 */
public interface Petitions {
    /** How far it is; empty where it is unknown to this viewer. */
    Optional<Petition> of(Viewer viewer, TicketNumber ticket);

    /** The citizen was told that a signed paper is needed and until when. */
    Optional<Reason> guided(Viewer viewer, TicketNumber ticket, Guidance guidance);

    /** Books a place and an hour, and tells the citizen by text; a later booking replaces the one before. */
    Optional<Reason> book(Viewer viewer, TicketNumber ticket, Appointment appointment);

    /** The signed paper is here: the clock of acceptance begins. */
    Optional<Reason> paper(Viewer viewer, TicketNumber ticket, LocalDate on);

    /** It is accepted: the clock of settlement begins. */
    Optional<Reason> accepted(Viewer viewer, TicketNumber ticket, Acceptance acceptance);

    /**
     * What was explained.
     *
     * @param learnedOn when the citizen learned of the decision: the right ends 90 days later (art. 9); empty when unknown
     * @param decision number and day of the decision in our words, empty when unknown
     */
    record Guidance(Optional<LocalDate> learnedOn, String decision) {}

    /** Where and when. */
    record Appointment(UnitCode place, LocalDate on, LocalTime at) {}

    /**
     * How it was accepted.
     *
     * @param complex a complex matter
     * @param remote in a remote or mountain area
     */
    record Acceptance(LocalDate on, boolean complex, boolean remote) {}

    /**
     * Its steps.
     *
     * @param lastDay the last of the 90 days, empty when nobody knows when they began
     * @param acceptBy the last day to accept or refuse it, empty before the signed paper
     * @param settleBy the last day of the first settlement, empty before it is accepted
     */
    record Petition(
            TicketNumber ticket,
            Step step,
            Optional<LocalDate> guidedOn,
            Guidance guidance,
            Optional<LocalDate> lastDay,
            Optional<Appointment> appointment,
            Optional<LocalDate> paperOn,
            Optional<LocalDate> acceptBy,
            Optional<LocalDate> settleBy) {}

    /** The newest thing done. */
    enum Step {
        /** Nothing yet: the desk owes guidance. */
        NEW,
        /** Explained. */
        GUIDED,
        /** An appointment is made. */
        BOOKED,
        /** The signed paper is here. */
        ON_PAPER,
        /** Accepted. */
        ACCEPTED
    }
}
