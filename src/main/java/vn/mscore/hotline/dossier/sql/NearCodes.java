package vn.mscore.hotline.dossier.sql;

import java.text.Normalizer;
import java.util.Locale;
import vn.mscore.hotline.dossier.DossierCode;

/** Whether what somebody typed is almost a code: one edit or one swap of neighbours away, or S for 5, B for 8, Z for 2. */
final class NearCodes {
    private final String typed;

    NearCodes(String typed) {
        this.typed = bare(typed);
    }

    boolean isNear(DossierCode code) {
        String whole = bare(code.value());
        String digits = bare(code.shortForm());
        return withinOneEdit(typed, whole) || withinOneEdit(typed, digits);
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

    static boolean withinOneEdit(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(a.length(), b.length());
        while (same < shorter && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (a.length() == b.length()) {
            return restEquals(a, same + 1, b, same + 1) || swapped(a, b, same);
        }
        return a.length() > b.length() ? restEquals(a, same + 1, b, same) : restEquals(a, same, b, same + 1);
    }

    private static boolean swapped(String a, String b, int at) {
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && restEquals(a, at + 2, b, at + 2);
    }

    private static boolean restEquals(String a, int fromA, String b, int fromB) {
        return a.substring(Math.min(fromA, a.length())).equals(b.substring(Math.min(fromB, b.length())));
    }
}
