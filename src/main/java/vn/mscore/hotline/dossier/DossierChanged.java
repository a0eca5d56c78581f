package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;

/**
 * Fact: the authority fed a change of a dossier that its applicant should hear of. Imports of history do not tell it.
 *
 * @param phone the applicant's registered number, empty when none
 * @param what the change
 * @param office where to collect
 * @param newDue the new promise for {@link What#POSTPONED}
 * @param reason short reason for {@link What#POSTPONED}, empty when none was given
 */
public record DossierChanged(
        DossierCode code,
        Optional<PhoneNumber> phone,
        What what,
        UnitName office,
        Optional<LocalDate> newDue,
        Optional<String> reason) {
    /** The changes worth a message. */
    public enum What {
        /** Received at the counter. */
        RECEIVED,
        /** Papers are missing. */
        SUPPLEMENT_REQUIRED,
        /** The result is late: apology and the one new date (ND 61/2018 art. 19.9). */
        POSTPONED,
        /** Refused. */
        REFUSED,
        /** The result can be collected. */
        READY,
        /** The result was handed over. */
        RETURNED
    }
}
