package vn.mscore.hotline.watch.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.platform.Settings;

class AlarmTextsTest {
    private static AlarmTexts of(String phones) {
        Map<String, String> values = Map.of("hotline.alarm.phone", phones);
        Settings settings = key -> Optional.ofNullable(values.get(key));
        return new AlarmTexts(
                null, sms -> Optional.empty(), null, Clock.systemUTC(), new AlarmSettings.Source(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0233 3852 614", "+66 81 234 5678", "0912345678, 02333852614"})
    void aTelephoneNoTextReachesRefusesTheStart(String phones) {
        assertThatThrownBy(() -> of(phones))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.alarm.phone");
    }

    @Test
    void mobileTelephonesAreTaken() {
        assertThat(of("0912345678,0987654321")).isNotNull();
    }
}
