package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.shared.PhoneNumber;

/** Finds the dossier a citizen means. Never guesses a stranger's: what fits several is narrowed by the sender's number. */
@Singleton
class WhichDossier {
    private final DossierLookup dossiers;

    @Inject
    WhichDossier(DossierLookup dossiers) {
        this.dossiers = dossiers;
    }

    /** Dossiers that exist and fit: one, several of the sender's own, or none. */
    List<DossierCode> find(CodeReading read, PhoneNumber phone) {
        if (read.flaw().isPresent()) {
            return List.of();
        }
        if (read.code().isPresent()) {
            return read.code().filter(code -> dossiers.anyone(code).isPresent()).stream()
                    .toList();
        }
        List<DossierCode> fitting = read.tenDigits().map(dossiers::byTenDigits).orElse(List.of());
        List<DossierCode> own = fitting.stream()
                .filter(code -> dossiers.isApplicantsPhone(code, phone))
                .toList();
        return own.isEmpty() && fitting.size() == 1 ? fitting : own;
    }
}
