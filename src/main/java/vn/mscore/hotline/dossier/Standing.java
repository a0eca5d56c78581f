package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitName;

/**
 * Where a dossier stands, as one level of disclosure may see it (TT 01/2018 art. 16.2.d). Never a name, an address or a
 * subject.
 *
 * @param code its code
 * @param status its state
 * @param due the day the result was promised for, empty when none was
 * @param workingDays working days left until {@code due}, negative when late; 0 when final or without due date
 * @param collectAt where to collect: the receiving office or today's successor of it
 * @param stage the step it is in; empty at level 0 and when no step is open
 */
public record Standing(
        DossierCode code,
        DossierStatus status,
        Optional<LocalDate> due,
        int workingDays,
        UnitName collectAt,
        Optional<StageStanding> stage) {

    /** The open step. {@code workingDaysHeld} leaves out paused time; {@code late} compares with its allowance. */
    public record StageStanding(
            String name, String asciiName, UnitName holder, LocalDate since, int workingDaysHeld, boolean late) {}

    /** Whether the promise is broken. */
    public boolean late() {
        return workingDays < 0 && !status.isFinal();
    }
}
