package vn.mscore.hotline.desk.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code key=value key="value with blanks"}; names of persons become their numbers. */
final class Values {
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

    private Values() {}

    static Map<String, String> of(String text, Map<String, String> persons) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            values.put(pair.group(1), persons.getOrDefault(value, value));
        }
        return values;
    }
}
