package vn.mscore.hotline.console.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.CaseView.Said;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Units;

/** What is known of a khiếu nại for its form; what nobody told us stays empty, for the pen. */
@Singleton
class PetitionForm {
    private final CaseFile cases;
    private final AccusedOffices accused;
    private final DossierLookup dossiers;
    private final Units units;

    @Inject
    PetitionForm(CaseFile cases, AccusedOffices accused, DossierLookup dossiers, Units units) {
        this.cases = cases;
        this.accused = accused;
        this.dossiers = dossiers;
        this.units = units;
    }

    /** Needs a transaction: the number is printed in clear, and the audit trail says so. */
    Map<String, Object> of(Viewer viewer, PetitionView it) {
        TicketNumber ticket = new TicketNumber(it.ticket());
        Optional<CaseView> view = cases.of(viewer, ticket);
        Optional<DossierCode> about = view.flatMap(CaseView::about);
        return Map.of(
                "it", it,
                "said", view.map(CaseView::said).map(PetitionForm::words).orElse(List.of()),
                "phone", cases.reveal(viewer, ticket).map(PhoneNumber::local).orElse(""),
                "against", view.flatMap(known -> against(ticket, about)).orElse(""),
                "dossier", about.map(DossierCode::value).orElse(""));
    }

    private static List<String> words(List<Said> said) {
        return said.stream()
                .filter(one -> one.author().equals(Said.CITIZEN) && !one.text().isBlank())
                .map(Said::text)
                .toList();
    }

    /** The office that was stated, else that of the dossier. */
    private Optional<String> against(TicketNumber ticket, Optional<DossierCode> about) {
        return accused.of(ticket)
                .flatMap(Accused::unit)
                .or(() -> about.flatMap(dossiers::scoreSubject).map(ScoreSubject::unit))
                .map(unit -> units.name(unit).full());
    }
}
