package vn.mscore.hotline.citizen;

import java.time.LocalDate;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Fact: a request about one's own data is completed, and the citizen is to hear of it.
 *
 * @param cause of a refusal, in the words of the office, else whatever was noted: that is not for the citizen
 */
public record SubjectRequestEnded(String number, PhoneNumber phone, LocalDate on, Outcome outcome, String cause) {
    /** Prints no words: facts may be logged. */
    @Override
    public String toString() {
        return "SubjectRequestEnded[" + outcome + "]";
    }
}
