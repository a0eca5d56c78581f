package vn.mscore.hotline.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings of a line that is in no list: left over, or a misspelt name, and then the line goes without its PIN or its limit. */
final class StrayLineSettings {
    private static final Pattern OF_A_LINE =
            Pattern.compile("hotline\\.sms\\.(modem|smpp|http)\\.([A-Za-z0-9_-]+)\\..+");
    private static final Map<String, String> LISTS =
            Map.of("modem", "hotline.sms.modems", "smpp", "hotline.sms.smpp", "http", "hotline.sms.http");

    private StrayLineSettings() {}

    /** One sentence for each, without its value. */
    static List<String> of(GatewaySettings settings) {
        return settings.values().keySet().stream()
                .flatMap(key -> stray(settings, key).stream())
                .toList();
    }

    private static Optional<String> stray(GatewaySettings settings, String key) {
        Matcher line = OF_A_LINE.matcher(key);
        if (!line.matches()) {
            return Optional.empty();
        }
        String list = LISTS.get(line.group(1));
        return settings.lines(list).containsKey(line.group(2))
                ? Optional.empty()
                : Optional.of(key + " is of no line: " + list + " has no " + line.group(2));
    }
}
