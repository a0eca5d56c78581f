package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** The apology for a late dossier (NĐ 61/2018 art. 19.9). Needs a transaction. */
public interface Reappointment {
    /**
     * Moves the promise to {@code newDay}, once, at the latest the day before it would be broken, and tells
     * {@link DossierChanged}. Refusals: {@code dossier.unknown}, {@code dossier.final}, {@code dossier.reappointed} (a
     * second time), {@code dossier.too-late} (on the day or after), {@code dossier.day} (not later, or no working day).
     */
    Optional<Reason> reappoint(DossierCode code, LocalDate newDay, String reason);
}
