package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.shared.PhoneNumber;

/** Finds the dossier a citizen means. Never guesses a stranger's: what fits several is narrowed by the sender's number. */
@Singleton
public class WhichDossier {
    private final DossierLookup dossiers;

    /** Finds in {@code dossiers}. */
    @Inject
    public WhichDossier(DossierLookup dossiers) {
        this.dossiers = dossiers;
    }

    /** Dossiers that exist and fit: one, several of the sender's own, or none. */
    public List<DossierCode> find(CodeReading read, PhoneNumber phone) {
        return find(read, fitting(read), phone);
    }

    /** As {@link #find(CodeReading, PhoneNumber)} among what {@link #fitting} gave. */
    public List<DossierCode> find(CodeReading read, List<DossierCode> fitting, PhoneNumber phone) {
        List<DossierCode> own = read.code().isPresent()
                ? List.of()
                : fitting.stream()
                        .filter(code -> dossiers.isApplicantsPhone(code, phone))
                        .toList();
        return own.isEmpty() && fitting.size() == 1 ? fitting : own;
    }

    /** All dossiers that exist and fit, anybody's: not for telling, only for asking back which office. */
    public List<DossierCode> fitting(CodeReading read) {
        if (read.flaw().isPresent()) {
            return List.of();
        }
        if (read.code().isPresent()) {
            return read.code().filter(code -> dossiers.anyone(code).isPresent()).stream()
                    .toList();
        }
        return read.tenDigits().map(dossiers::byTenDigits).orElse(List.of());
    }
}
