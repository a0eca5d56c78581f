package vn.mscore.hotline.report;

import java.util.regex.Pattern;

/** Text that a spreadsheet program shows as text (security R42, CWE-1236). */
public final class SafeText {
    /** Blanks of every kind, joiners and marks of no width: programs strip them before they look for a formula. */
    private static final String UNSEEN = "[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cc}\\p{Cn}\\u115F\\u1160\\u3164\\uFFA0]";

    private static final Pattern FORMULA =
            Pattern.compile("^" + UNSEEN + "*[=+\\-@\\t\\r\\n\\x00\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private SafeText() {}

    /** The text with {@code '} before a beginning that could be read as a formula, without characters XML cannot hold. */
    public static String of(String text) {
        // What is taken out first cannot hide a beginning.
        String kept = CONTROL.matcher(text).replaceAll("");
        return FORMULA.matcher(kept).find() ? "'" + kept : kept;
    }
}
