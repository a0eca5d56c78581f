package vn.mscore.hotline.watch.tell;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Who is told.
 *
 * @param phones telephones that get texts, {@code hotline.alarm.phone}
 * @param textsAnHour most alarms that are texted in an hour, {@code hotline.alarm.phone.perHour}
 * @param webhook where alarms are posted, {@code hotline.alarm.webhook}
 * @param secret what posts are signed with, {@code hotline.alarm.webhook.secret}
 */
@Vetoed
record AlarmSettings(List<PhoneNumber> phones, int textsAnHour, Optional<URI> webhook, String secret) {
    static final String PHONE = "hotline.alarm.phone";
    private static final String WEBHOOK = "hotline.alarm.webhook";
    private static final String SECRET = "hotline.alarm.webhook.secret";
    private static final int SHORTEST = 24;

    /** Reads them once for all. */
    @Singleton
    static class Source {
        private final AlarmSettings read;

        @Inject
        Source(Settings settings) {
            this.read = from(settings);
        }

        AlarmSettings read() {
            return read;
        }
    }

    static AlarmSettings from(Settings settings) {
        Optional<URI> webhook =
                settings.text(WEBHOOK).filter(text -> !text.isBlank()).map(AlarmSettings::uri);
        String secret = settings.text(SECRET).orElse("");
        Settings.WrongSetting.unless(
                webhook.isEmpty() || secret.length() >= SHORTEST, SECRET, "must have at least 24 characters");
        return new AlarmSettings(
                Arrays.stream(settings.text(PHONE).orElse("").split(","))
                        .filter(text -> !text.isBlank())
                        .map(AlarmSettings::phone)
                        .toList(),
                settings.number("hotline.alarm.phone.perHour", 6, 0, 100),
                webhook,
                secret);
    }

    private static PhoneNumber phone(String text) {
        return PhoneNumber.parse(text.strip())
                .orElseThrow(() -> new Settings.WrongSetting(PHONE, "must be telephone numbers, comma separated"));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean usable =
                    ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            Settings.WrongSetting.unless(
                    usable && uri.getUserInfo() == null, WEBHOOK, "must be an http or https address");
            return uri;
        } catch (URISyntaxException e) {
            throw new Settings.WrongSetting(WEBHOOK, "must be an http or https address");
        }
    }
}
