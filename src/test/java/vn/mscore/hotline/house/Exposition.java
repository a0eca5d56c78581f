package vn.mscore.hotline.house;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a value out of the Prometheus text of {@code /metrics}. */
final class Exposition {
    private Exposition() {}

    /** The value of the sample {@code name} with {@code label}, as {@code line="first"}; NaN when there is none. */
    static double value(String text, String name, String label) {
        Matcher sample = Pattern.compile("(?m)^" + Pattern.quote(name) + "\\{(?:[^}]*,)?" + Pattern.quote(label)
                        + "(?:,[^}]*)?} (\\S+)$")
                .matcher(text);
        return sample.find() ? Double.parseDouble(sample.group(1)) : Double.NaN;
    }
}
