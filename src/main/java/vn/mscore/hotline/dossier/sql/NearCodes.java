package vn.mscore.hotline.dossier.sql;

import java.text.Normalizer;
import java.util.Locale;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.Slip;

/** Whether what somebody typed is almost a code: one edit or one swap of neighbours away, or S for 5, B for 8, Z for 2. */
final class NearCodes {
    private final String typed;

    NearCodes(String typed) {
        this.typed = bare(typed);
    }

    boolean isNear(DossierCode code) {
        return isAlmost(bare(code.value())) || isAlmost(bare(code.shortForm()));
    }

    /** Letters and digits only, confusable letters as the digits they look like. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('S', '5')
                .replace('B', '8')
                .replace('Z', '2');
    }

    private boolean isAlmost(String right) {
        return typed.equals(right) || Slip.isOne(typed, right);
    }
}
