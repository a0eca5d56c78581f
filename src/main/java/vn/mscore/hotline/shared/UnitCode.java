package vn.mscore.hotline.shared;

import java.util.regex.Pattern;

/**
 * The key of an office in the organisation tree, chosen by the deployer and never reused, for instance {@code KS-PKT}.
 *
 * @param value 1 to 40 of {@code A-Z 0-9 . _ -}
 */
public record UnitCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");

    /** Refuses other characters. */
    public UnitCode {
        Require.that(SHAPE.matcher(value).matches(), "not a unit code: 1 to 40 of A-Z 0-9 . _ -");
    }

    /** Whether {@code text} may be a unit code. */
    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
