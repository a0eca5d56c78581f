package vn.mscore.hotline.dossier;

import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * The code of a dossier in its canonical spelling, for instance {@code H50.15-260814-0012} or
 * {@code 000.00.15.H50-210301-0001} (TT 01/2018/TT-VPCP art. 19; QD 20/2020/QD-TTg art. 4). Public knowledge by itself,
 * yet never logged.
 *
 * @param value canonical spelling
 */
public record DossierCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{3,49}");

    /** Refuses what cannot be a code of any pattern. */
    public DossierCode {
        Require.that(SHAPE.matcher(value).matches(), "not a dossier code");
    }

    /** Date and number, the part after the agency: {@code 260814-0012}; the whole code when it has no such part. */
    public String shortForm() {
        int dash = value.indexOf('-');
        return dash < 0 ? value : value.substring(dash + 1);
    }

    @Override
    public String toString() {
        return "dossier-code";
    }
}
