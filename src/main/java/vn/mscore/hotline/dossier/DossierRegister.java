package vn.mscore.hotline.dossier;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.Reason;

/**
 * How the authority feeds dossiers; each call is one transaction that keeps all or nothing. No call deletes a dossier, so
 * there is no file that empties the register.
 */
public interface DossierRegister {
    /**
     * Creates or replaces one dossier, whole, out of its JSON; tells {@link DossierChanged}. Doing it twice changes nothing.
     *
     * @param goBack confirms that the status may go back
     */
    Outcome put(String code, byte[] json, boolean goBack);

    /**
     * Dossiers: {@code code, unit, procedure, field, received_at, due_at, status, phone, pin, returned_at, updated_at,
     * postpone_reason}. Tells no facts: a file is history.
     */
    ImportReport importDossiers(byte[] csv, boolean goBack);

    /** Stage logs: {@code code, name, unit, officer, entered_at, left_at, allowed_hours, pause_reason}. */
    ImportReport importStages(byte[] csv);

    /** Kept when there is neither a fault in the fields nor a conflict with what is known. */
    record Outcome(List<RowFault> faults, Optional<Reason> conflict) {
        /** Whether it was kept. */
        public boolean kept() {
            return faults.isEmpty() && conflict.isEmpty();
        }
    }
}
