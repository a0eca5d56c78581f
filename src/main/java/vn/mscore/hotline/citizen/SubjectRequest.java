package vn.mscore.hotline.citizen;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * A request about one's own data and its clocks.
 *
 * @param thirdParties when it was noted that they hold or received the data
 * @param extension of those extended before reasons were kept, the day it was received
 * @param note why it was refused, as the citizen was told, or what else was noted at its end for the office alone; may be empty
 */
public record SubjectRequest(
        long id,
        String number,
        PhoneNumber phone,
        LocalDate opened,
        LocalDate acknowledgeBy,
        LocalDate completeBy,
        Optional<LocalDate> acknowledged,
        Optional<Delay> thirdParties,
        Optional<Delay> extension,
        Optional<LocalDate> completed,
        Optional<Outcome> outcome,
        String note) {
    /** So many days before it must be completed it presses. */
    public static final int SOON_DAYS = 4;

    /** When and why its day was moved; {@code why} as the citizen was told, empty where nobody had to say. */
    public record Delay(LocalDate on, String why) {}

    /** The day that was promised first. */
    public LocalDate firstDue() {
        return opened.plusDays(SubjectTerms.OWN_DAYS);
    }

    /** Whether {@code today} is past the day by which it must be completed. */
    public boolean lateOn(LocalDate today) {
        return today.isAfter(completeBy);
    }
}
