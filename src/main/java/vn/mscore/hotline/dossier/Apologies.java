package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/**
 * The apologies for late dossiers, each with its one new appointment (NĐ 61/2018 art. 19.9), to be printed on form 04 of
 * TT 01/2018/TT-VPCP. Nothing of the applicant is known here. Needs a transaction.
 */
public interface Apologies {
    /** The newest first, at most {@code limit}. */
    List<Apology> newest(Reader reader, int limit);

    /** One by its number; empty when it is not there or not for this reader. */
    Optional<Apology> of(Reader reader, long number);

    /** The one for a dossier. */
    Optional<Apology> of(Reader reader, DossierCode code);

    /**
     * Who reads.
     *
     * @param offices those he answers for: of others he sees nothing; empty for all offices
     */
    record Reader(Optional<Set<UnitCode>> offices) {
        /** Sees those of all offices. */
        public static final Reader OF_ALL = new Reader(Optional.empty());

        /** Sees what {@code offices} received or held. */
        public static Reader of(Set<UnitCode> offices) {
            return new Reader(Optional.of(Set.copyOf(offices)));
        }
    }

    /**
     * An apology.
     *
     * @param number of the dossier's row
     * @param office that received the dossier, or follows it today
     * @param promisedOn the day on the receipt, which never changes again
     * @param reason in words of the office, empty when none was given
     */
    record Apology(
            long number,
            DossierCode code,
            UnitName office,
            String procedure,
            LocalDate receivedOn,
            LocalDate promisedOn,
            LocalDate newDay,
            String reason,
            LocalDate toldOn) {}
}
