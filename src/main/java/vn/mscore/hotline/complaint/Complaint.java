package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/**
 * A ticket as the rules of its life see it.
 *
 * @param id row id; tells the millisecond of registration, so it never leaves the room
 * @param category code of the category, suggested until {@code classified}
 * @param phone the sender, empty when hidden
 * @param about the dossier it is about
 * @param level how often it was reopened one level up
 * @param unit the office it is with
 * @param version grows with every change; what a screen showed and a command must name
 */
public record Complaint(
        long id,
        TicketNumber ticket,
        ComplaintKind kind,
        ComplaintStatus.State state,
        boolean secret,
        boolean urgent,
        boolean classified,
        String category,
        Optional<PhoneNumber> phone,
        Optional<DossierCode> about,
        int level,
        Optional<UnitCode> unit,
        Optional<UnitName> unitName,
        LocalDate registeredOn,
        LocalDate due,
        Optional<LocalDate> routedOn,
        Optional<LocalDate> answeredOn,
        int version) {
    /** Whether {@code number} sent it. */
    public boolean belongsTo(PhoneNumber number) {
        return phone.map(number::equals).orElse(false);
    }

    /** Whether somebody still owes something. */
    public boolean isOpen() {
        return state.isOpen();
    }
}
