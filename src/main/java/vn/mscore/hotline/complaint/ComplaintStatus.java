package vn.mscore.hotline.complaint;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;

/** What the owner of a ticket may be told by text. */
public interface ComplaintStatus {
    /** The state of a ticket of this number; empty for other people's and unknown tickets alike. */
    Optional<View> of(TicketNumber ticket, PhoneNumber phone);

    /**
     * The office's newest answer to a ticket of this number that is no secret one and that is answered, closed, or merged
     * and answered together with the other, unless that one is worked on again.
     */
    Optional<String> answer(TicketNumber ticket, PhoneNumber phone);

    /** How long from now a verdict on the answer is waited for; empty when it is not answered, or merged and not to be judged. */
    Optional<Duration> verdictOpenFor(TicketNumber ticket);

    /**
     * The answered ticket of this number that waits for a verdict, or else the one that was closed without any; empty when
     * none is or more than one. No secret ones, and none whose answer is older than sixty days.
     */
    Optional<TicketNumber> awaitingVerdict(PhoneNumber phone);

    /** Whether a "no" to the answer of a ticket would still open it again. */
    boolean mayReopen(TicketNumber ticket);

    /**
     * Whether the citizen may say whether he is content: it is answered, or was closed without his word and answered in the
     * last sixty days, or is merged and was answered with the other, unless he is asked about another of his in that merge.
     */
    boolean mayJudge(TicketNumber ticket);

    /**
     * Records whether the citizen is satisfied with the answer; "no" reopens it one level up, at most twice, also when it was
     * closed because he was silent; a merged one comes out of its merge for that. Empty for other people's tickets and for those he may not
     * judge ({@link #mayJudge}), though what he says while the case he is merged into is worked on is kept.
     */
    Optional<Satisfaction> satisfied(TicketNumber ticket, PhoneNumber phone, boolean yes);

    /**
     * The state in the citizen's words.
     *
     * @param kind what it counts as today
     * @param secret true: nothing but the neutral sentence may be told
     * @param routedTo the office it was sent to and when, empty while it waits
     * @param due while the clock stands: the day it would be if it ran on from now
     * @param petition the step of a khiếu nại on signed paper that runs until {@code due}, empty for everything else
     * @param stands since when that clock stands, empty while it runs
     */
    record View(
            TicketNumber ticket,
            ComplaintKind kind,
            State state,
            LocalDate registered,
            LocalDate due,
            boolean secret,
            Optional<UnitName> routedTo,
            Optional<LocalDate> routedOn,
            Optional<CaseClock.Step> petition,
            Optional<LocalDate> stands) {}

    /** Life cycle (R7); names of the law's office language without diacritics. */
    enum State {
        /** New. */
        MOI,
        /** Being classified. */
        PHAN_LOAI,
        /** Sent to an office. */
        DA_CHUYEN,
        /** In work. */
        DANG_XU_LY,
        /** Answered. */
        DA_TRA_LOI,
        /** Closed. */
        DONG,
        /** Reopened one level up. */
        MO_LAI,
        /** Refused with a reason. */
        TU_CHOI,
        /** Merged into another. */
        TRUNG,
        /** Belongs to somebody outside the province. */
        CHUYEN_KHAC,
        /** Withdrawn. */
        RUT;

        /** Whether it is with somebody who reads what the citizen adds: neither answered nor ended. */
        public boolean isWorkedOn() {
            return isOpen() && this != DA_TRA_LOI;
        }

        /** Whether somebody still owes something. */
        public boolean isOpen() {
            return switch (this) {
                case MOI, PHAN_LOAI, DA_CHUYEN, DANG_XU_LY, DA_TRA_LOI, MO_LAI -> true;
                case DONG, TU_CHOI, TRUNG, CHUYEN_KHAC, RUT -> false;
            };
        }
    }

    /** What saying yes or no did. {@code due} is the new deadline when reopened. */
    record Satisfaction(boolean reopened, LocalDate due) {}
}
