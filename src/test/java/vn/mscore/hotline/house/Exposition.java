package vn.mscore.hotline.house;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a value out of the Prometheus text of {@code /metrics}. */
final class Exposition {
    private Exposition() {}

    /** What {@code gateway} tells now. */
    static double now(Gateway gateway, String name, String label) {
        try {
            return value(gateway.get("/metrics").body(), name, label);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the sample {@code name} with {@code label}, as {@code line="first"}; NaN when there is none. */
    static double value(String text, String name, String label) {
        Matcher sample = Pattern.compile("(?m)^" + Pattern.quote(name) + "\\{(?:[^}]*,)?" + Pattern.quote(label)
                        + "(?:,[^}]*)?} (\\S+)$")
                .matcher(text);
        return sample.find() ? Double.parseDouble(sample.group(1)) : Double.NaN;
    }
}
