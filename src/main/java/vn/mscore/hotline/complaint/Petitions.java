package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A khiếu nại by phone or text is no khiếu nại (Law on complaints 2011 art. 8): the desk explains, makes an appointment
 * and prints a form; the clocks of the law begin with the signed paper and with nothing else. All in the caller's
 * transaction; refusals: {@code petition.unknown} (not there, not to be seen, no khiếu nại: the same),
 * {@code case.moved-on} (somebody wrote since the screen was made), {@code petition.order} (an earlier step is missing or
 * this one is done), {@code petition.day}, {@code petition.hours}
 * (an appointment outside the hours of its office), {@code petition.ground},
 * {@code complaint.unit}.
 */
public interface Petitions {
    /** How far it is; empty where it is unknown to this viewer. */
    Optional<Petition> of(Viewer viewer, TicketNumber ticket);

    /**
     * The citizen was told that a signed paper is needed and until when; may be said anew until it is accepted, what stood there
     * stays readable among the notes of the case.
     */
    Optional<Reason> guided(Grip grip, Guidance guidance);

    /** Books a place and an hour, and tells the citizen by text; a later booking replaces the one before, which stays among the notes. */
    Optional<Reason> book(Grip grip, Appointment appointment);

    /**
     * The signed paper is here, on {@code on}, at most a year ago, or another after one that was not accepted: the clock of
     * acceptance begins. A case that was answered or has ended is at the desk again, at the level it had; a merged one is
     * refused, {@code petition.merged}, an erased one, {@code case.erased}, and one of which something waits,
     * {@code case.pending}.
     */
    Optional<Reason> paper(Grip grip, LocalDate on);

    /** It is accepted: the clock of settlement begins. */
    Optional<Reason> accepted(Grip grip, Acceptance acceptance);

    /**
     * It is not accepted, for a ground of the law (art. 11), and the citizen is told by text; the notice goes to him on paper
     * (art. 27).
     */
    Optional<Reason> notAccepted(Grip grip, Refusal refusal);

    /**
     * The paper came, or was accepted, on another day than was written down: its clock counts from there, what stood there before
     * and why stay among the notes of the case. Refused as the paper itself; without a reason, {@code case.words}.
     */
    Optional<Reason> corrected(Grip grip, Correction correction);

    /**
     * That it was not accepted was a mistake: the citizen is told so, by text too, and the clock of acceptance counts from its paper
     * again; the refusal and why it is taken back stay among the notes of the case. Refused as a correction.
     */
    Optional<Reason> reconsidered(Grip grip, String why);

    /** The grounds of the law, in its order. */
    List<Ground> grounds();

    /**
     * A ground on which a khiếu nại is not accepted.
     *
     * @param law its article
     * @param inShort for a text message
     * @param words of the notice
     */
    record Ground(String code, String law, String inShort, String words) {}

    /**
     * Why it is not accepted.
     *
     * @param ground its code
     * @param more what the notice says besides, at most 1000 characters, may be empty
     */
    record Refusal(LocalDate on, String ground, String more) {}

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
     * @param second against the decision that settled the first khiếu nại (art. 37)
     */
    record Acceptance(LocalDate on, boolean complex, boolean remote, boolean second) {
        /** Of a first khiếu nại. */
        public Acceptance(LocalDate on, boolean complex, boolean remote) {
            this(on, complex, remote, false);
        }

        /** The same on another day. */
        public Acceptance as(LocalDate day) {
            return new Acceptance(day, complex, remote, second);
        }
    }

    /**
     * The right days of the paper that is here.
     *
     * @param accepted the day it was accepted, empty unless it was
     * @param why at most 4,000 characters
     */
    record Correction(LocalDate paper, Optional<LocalDate> accepted, String why) {}

    /**
     * Its steps.
     *
     * @param version of its case, as {@link Grip} wants it
     * @param lastDay the last of the 90 days, empty when nobody knows when they began
     * @param acceptBy the last day to accept or refuse it, empty before the signed paper
     * @param acceptedOn the day it was accepted, empty unless it was
     * @param settleBy the last day of the first settlement, empty before it is accepted
     * @param refusal why it was not accepted, empty unless it was not
     */
    record Petition(
            TicketNumber ticket,
            int version,
            Step step,
            Optional<LocalDate> guidedOn,
            Guidance guidance,
            Optional<LocalDate> lastDay,
            Optional<Appointment> appointment,
            Optional<LocalDate> paperOn,
            Optional<LocalDate> acceptBy,
            Optional<LocalDate> acceptedOn,
            Optional<LocalDate> settleBy,
            Optional<Refusal> refusal) {}

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
        ACCEPTED,
        /** Not accepted. */
        NOT_ACCEPTED
    }
}
