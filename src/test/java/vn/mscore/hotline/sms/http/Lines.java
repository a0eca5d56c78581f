package vn.mscore.hotline.sms.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** Lines of the tests, by their mapping. */
final class Lines {
    static final String PASSWORD = "p&ss w=rd";
    static final String SECRET = "khoa-bi-mat-0123456789";

    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private Lines() {}

    /** A line {@code agg} that {@code mapping} describes, with all settings it may want. */
    static HttpSettings of(String mapping) {
        return of("agg", mapping, Map.of());
    }

    static HttpSettings of(String name, String mapping, Map<String, String> more) {
        Map<String, String> all = new HashMap<>();
        all.put(HttpSettings.key(name) + ".password", PASSWORD);
        all.put(HttpSettings.key(name) + ".secret", SECRET);
        all.put(HttpSettings.key(name) + ".sender", "8055");
        all.putAll(more);
        return HttpSettings.of(
                key -> Optional.ofNullable(all.get(key)), MappingFile.of(name, name + ".mapping", mapping));
    }

    /** A mapping file as it is delivered. */
    static String delivered(String file) throws IOException {
        try (InputStream in = Lines.class.getResourceAsStream("/sms/http/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the placeholders hold for text 42 to Lan. */
    static Map<Placeholder, String> values(HttpSettings line, String text) {
        Submission sms = new Submission(42, LAN, text);
        return Values.of(line, sms, line.mapping().text().shape(text));
    }
}
