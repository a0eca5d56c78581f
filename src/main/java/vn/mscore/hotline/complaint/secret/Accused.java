package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.UnitCode;

/** The office that handles the dossier a sealed case is about, whoever else a custodian named. */
@Singleton
class Accused {
    private final SqlSealedCases cases;
    private final Complaints complaints;
    private final DossierLookup dossiers;

    @Inject
    Accused(SqlSealedCases cases, Complaints complaints, DossierLookup dossiers) {
        this.cases = cases;
        this.complaints = complaints;
        this.dossiers = dossiers;
    }

    Optional<UnitCode> byDossier(SealedCase held) {
        return complaints
                .find(cases.ticket(held))
                .flatMap(Complaint::about)
                .flatMap(dossiers::scoreSubject)
                .map(ScoreSubject::unit);
    }
}
