package vn.mscore.hotline.watch.tell;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.PostAddress;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Who is told.
 *
 * @param phones telephones that get texts, {@code hotline.alarm.phone}
 * @param textsAnHour most alarms that are texted in an hour, {@code hotline.alarm.phone.perHour}
 * @param webhook where alarms are posted, {@code hotline.alarm.webhook}, signed with {@code hotline.alarm.webhook.secret}
 */
@Vetoed
record AlarmSettings(List<PhoneNumber> phones, int textsAnHour, Optional<PostAddress> webhook) {
    static final String PHONE = "hotline.alarm.phone";
    private static final String WEBHOOK = "hotline.alarm.webhook";
    private static final String SECRET = "hotline.alarm.webhook.secret";

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
        return new AlarmSettings(
                Arrays.stream(settings.text(PHONE).orElse("").split(","))
                        .filter(text -> !text.isBlank())
                        .map(AlarmSettings::phone)
                        .toList(),
                settings.number("hotline.alarm.phone.perHour", 6, 0, 100),
                PostAddress.from(settings, WEBHOOK, SECRET));
    }

    private static PhoneNumber phone(String text) {
        return PhoneNumber.parse(text.strip())
                .orElseThrow(() -> new Settings.WrongSetting(PHONE, "must be telephone numbers, comma separated"));
    }
}
