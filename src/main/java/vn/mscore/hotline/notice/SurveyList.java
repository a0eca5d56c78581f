package vn.mscore.hotline.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;

/** PORT: who is to be asked for a score. Needs a transaction. */
public interface SurveyList {
    /** Notes a returned dossier, once. */
    void note(Guest guest, LocalDate from, LocalDate until);

    /** The ids of those to be asked from {@code day} or earlier, oldest first. */
    List<Long> waiting(LocalDate day, int limit);

    /** One that still waits, locked; empty when another node has it or it is settled. */
    Optional<Guest> take(long id);

    /** Whether the last day to ask has passed. */
    boolean isLate(long id, LocalDate day);

    /** Settles one and forgets the number. */
    void settle(long id, State state);

    /** Somebody who got a result. */
    record Guest(DossierCode code, PhoneNumber phone, UnitName office) {}

    /** What became of it. */
    enum State {
        /** To be asked. */
        WAITING,
        /** Asked. */
        INVITED,
        /** Has scored without being asked. */
        SCORED,
        /** Does not want to be asked, or may not be texted. */
        REFUSED,
        /** The days passed without a decent hour. */
        EXPIRED
    }
}
