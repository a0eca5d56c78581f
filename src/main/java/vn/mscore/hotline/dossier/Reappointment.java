package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** The apology for a late dossier (NĐ 61/2018 art. 19.9). Needs a transaction. */
public interface Reappointment {
    /**
     * Moves the promise to {@code newDay}, once, at the latest the day before it would be broken, and tells
     * {@link DossierChanged}. Refusals: {@code dossier.unknown}, {@code dossier.final}, {@code dossier.reappointed} (a
     * second time), {@code dossier.too-late} (on the day or after), {@code dossier.day} (not later, or no working day of the
     * receiving office), {@code dossier.other-office} when {@code by} answers neither for the receiving office nor for one
     * of an open step: the one appointment is theirs to spend.
     */
    Optional<Reason> reappoint(DossierCode code, LocalDate newDay, String reason, By by);

    /**
     * Who apologises.
     *
     * @param offices those he answers for, empty for all offices
     */
    record By(Optional<Set<UnitCode>> offices) {
        /** The desk, for every office. */
        public static final By THE_DESK = new By(Optional.empty());

        /** Somebody who answers for {@code offices}. */
        public static By of(Set<UnitCode> offices) {
            return new By(Optional.of(Set.copyOf(offices)));
        }

        /** Whether one of {@code holders} is his. */
        public boolean answersForOne(Set<UnitCode> holders) {
            return offices.map(mine -> holders.stream().anyMatch(mine::contains))
                    .orElse(true);
        }
    }
}
