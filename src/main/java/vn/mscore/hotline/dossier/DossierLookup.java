package vn.mscore.hotline.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Look-ups of dossiers at the two levels of disclosure. Old codes and abolished offices resolve to today's. */
public interface DossierLookup {
    /** These dossiers are about to be asked for, in one piece of work: they may be read together (ADR 39). */
    default void foresee(Collection<DossierCode> codes) {}

    /** Level 0: what anybody with the code may know. */
    Optional<Standing> anyone(DossierCode code);

    /** Level 1: for the one who proved to be the applicant. */
    Optional<Standing> applicant(DossierCode code);

    /** Whether the day of the result was moved with an apology (NĐ 61/2018 art. 19.9). */
    default boolean wasPostponed(DossierCode code) {
        return false;
    }

    /** Why it was moved, in the words of the office: for the one who proved to be the applicant. Empty when it did not say. */
    default Optional<String> whyPostponed(DossierCode code) {
        return Optional.empty();
    }

    /** Whether {@code phone} is the number registered with this dossier. */
    boolean isApplicantsPhone(DossierCode code, PhoneNumber phone);

    /** Whether {@code pin} is right; compares in constant time; false as well for unknown codes and dossiers without one. */
    boolean isPin(DossierCode code, String pin);

    /** All dossiers with these ten digits {@code YYMMDDNNNN}. */
    List<DossierCode> byTenDigits(String tenDigits);

    /** The dossiers registered to a number, newest first, those not returned before the others; at most {@code limit}. */
    List<Standing> ofPhone(PhoneNumber phone, int limit);

    /** The number's own dossier whose code is one edit (or S/5, B/8, Z/2) away from what was typed, if exactly one. */
    Optional<DossierCode> didYouMean(PhoneNumber phone, String typed);

    /** What a score needs to know of a dossier. */
    Optional<ScoreSubject> scoreSubject(DossierCode code);

    /** Returned dossiers of a number that were returned at most {@code days} days ago, newest first. */
    List<DossierCode> returnedRecently(PhoneNumber phone, int days);
}
