package vn.mscore.hotline.sms.modem;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is special about a make of modem: {@code modem/quirks.tsv}. Adding a modem is adding a row. */
record Quirks(Map<String, String> settings) {
    /** The settings of all rows that match, later rows over earlier ones. */
    static Quirks of(String manufacturer, String model) {
        Map<String, String> settings = new HashMap<>();
        for (String[] row : TableFile.rows("/modem/quirks.tsv")) {
            if (manufacturer.matches(row[0]) && model.matches(row[1])) {
                for (String setting : row[2].split(" ")) {
                    int equals = setting.indexOf('=');
                    settings.put(setting.substring(0, equals), setting.substring(equals + 1));
                }
            }
        }
        return new Quirks(settings);
    }

    /** A list; empty when there is none. */
    List<String> list(String key) {
        String value = settings.getOrDefault(key, "");
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\|"));
    }

    boolean is(String key, String value) {
        return value.equals(settings.get(key));
    }
}
