package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/** Why cases are late, as the offices that have them say: never a word of a citizen. */
public interface LateReasons {
    /**
     * Of those of {@code tickets} that {@code viewer} sees, none of the sealed lane, read at once. The words of a case about an
     * office he is related with are kept from him. Needs a transaction.
     */
    Map<TicketNumber, Why> of(Viewer viewer, List<TicketNumber> tickets);

    /** What is known, the first that holds. */
    enum Code {
        /** The office that has the case explained it, since the case was reopened last. */
        EXPLAINED,
        /** The clock stands. */
        PAUSED,
        /** It was extended once. */
        EXTENDED,
        /** Nothing of these. */
        UNEXPLAINED
    }

    /**
     * A reason.
     *
     * @param on when it was explained or the clock was stopped; the day promised first where it was extended
     * @param days working days of the extension, else 0
     * @param said what was explained
     */
    record Why(Code code, Optional<LocalDate> on, int days, Optional<Said> said) {
        /** Nobody said why. */
        public static final Why UNEXPLAINED = new Why(Code.UNEXPLAINED, Optional.empty(), 0, Optional.empty());
    }

    /** "Giải trình": the step that was late, the beginning of the office's words without numbers, what followed. */
    record Said(CaseClock.Step step, String words, Optional<CaseTime.Outcome> outcome) {}
}
