package vn.mscore.hotline.watch.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class AlarmSettingsTest {
    private static final String SECRET = "0123456789abcdef01234567";

    @Test
    void nobodyIsToldUnlessSomebodySaysSo() {
        AlarmSettings settings = AlarmSettings.from(key -> Optional.empty());
        assertThat(settings.phones()).isEmpty();
        assertThat(settings.webhook()).isEmpty();
    }

    @Test
    void severalTelephonesAndAWebhook() {
        AlarmSettings settings = with(Map.of(
                "hotline.alarm.phone", "0912345678, +84987654321",
                "hotline.alarm.webhook", "https://watch.example.vn/hotline?key=1",
                "hotline.alarm.webhook.secret", SECRET));
        assertThat(settings.phones()).hasSize(2);
        assertThat(settings.webhook().orElseThrow().uri().getHost()).isEqualTo("watch.example.vn");
        assertThat(settings.textsAnHour()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no number          | hotline.alarm.phone   | technician            | hotline.alarm.phone must be telephone numbers, comma separated",
                "a file             | hotline.alarm.webhook | file:///etc/passwd    | hotline.alarm.webhook must be an http or https address",
                "a secret in it     | hotline.alarm.webhook | https://a:b@x.vn/     | hotline.alarm.webhook must be an http or https address",
                "no address         | hotline.alarm.webhook | https://x y           | hotline.alarm.webhook must be an http or https address",
                "no secret          | hotline.alarm.webhook | https://x.vn          | hotline.alarm.webhook.secret must have at least 24 characters",
            })
    void refusesTheStart(String name, String key, String value, String why) {
        Map<String, String> settings = Map.of(key, value);
        assertThatThrownBy(() -> with(settings))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage("setting " + why);
    }

    private static AlarmSettings with(Map<String, String> settings) {
        return AlarmSettings.from(key -> Optional.ofNullable(settings.get(key)));
    }
}
