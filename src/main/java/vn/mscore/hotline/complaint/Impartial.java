package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Keeps people off cases about offices they are related with and off those whose words name them, what they would read as what
 * they would do (security R12). Needs a transaction.
 */
public interface Impartial {
    /**
     * Why {@code viewer} keeps off: {@code case.own-interest}; {@code case.own-name} when the citizen's words so far name him in
     * full; empty when nothing speaks against it. Each refusal is written to the audit trail as {@code case.blocked} with what
     * was tried.
     */
    Optional<Reason> against(Viewer viewer, Matter matter, String tried);

    /**
     * Those of {@code matters} about offices {@code viewer} is related with, for lists: nothing was tried, so nothing is written
     * down.
     */
    Set<TicketNumber> offLimits(Viewer viewer, List<Matter> matters);

    /** Whether {@link #against} would keep him off a case, for what is gathered from many; nothing is written down. */
    Predicate<TicketNumber> offLimits(Viewer viewer);

    /**
     * What a case is about.
     *
     * @param unit the office it is with
     * @param about the dossier, whose office is complained about, besides the one that the desk stated
     */
    record Matter(TicketNumber ticket, Optional<UnitCode> unit, Optional<DossierCode> about) {
        /** That of {@code complaint}. */
        public static Matter of(Complaint complaint) {
            return new Matter(complaint.ticket(), complaint.unit(), complaint.about());
        }
    }
}
