package vn.mscore.hotline.complaint.secret;

import vn.mscore.hotline.dossier.DossierCode;

/** A dossier code that tells the office and hides day and number: these alone would name the citizen (security R7). */
final class MaskedDossier {
    private MaskedDossier() {}

    /** {@code H50.15-••••••-••••}. */
    static String of(DossierCode code) {
        String whole = code.value();
        int dash = whole.indexOf('-');
        return dash < 0
                ? "••••••"
                : whole.substring(0, dash) + whole.substring(dash).replaceAll("[^-]", "•");
    }
}
