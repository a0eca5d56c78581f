package vn.mscore.hotline.citizen;

import java.time.LocalDate;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Fact: a request about one's own data takes longer, and the citizen is to hear of it.
 *
 * @param due the new day by which it is completed
 * @param cause in the words of the office
 */
public record SubjectRequestDelayed(String number, PhoneNumber phone, LocalDate due, String cause) {
    /** Prints no words: facts may be logged. */
    @Override
    public String toString() {
        return "SubjectRequestDelayed[" + due + "]";
    }
}
