package vn.mscore.hotline.dossier;

import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/** Who holds a dossier, for those who must find the one to blame: the stage, not the counter. Needs a transaction. */
public interface StageHolders {
    /** The office that answers today for the step that is late, or else for the open step. */
    Optional<Holding> of(DossierCode code);

    /**
     * A step and its office.
     *
     * @param overdue whether the whole dossier is past its promise
     * @param late whether this step took longer than allowed
     */
    record Holding(UnitCode unit, String stage, boolean late, boolean overdue) {}
}
