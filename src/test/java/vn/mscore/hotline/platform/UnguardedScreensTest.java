package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class UnguardedScreensTest {
    @ParameterizedTest(name = "https {0}, proxies {1}, from {2}, of this machine {3}, passed on {4}: seen {5}")
    @CsvSource({
        "false, '', 127.0.0.1, true, false, false",
        "false, '', 10.0.0.9, false, false, true",
        "false, 127.0.0.1, 127.0.0.1, false, true, true",
        "true, '', 127.0.0.1, false, true, true",
        "true, 127.0.0.1, 127.0.0.1, false, true, false",
        "true, '', 10.0.0.9, false, false, false",
    })
    void whatTheSettingsDoNotSayIsSeenFromThenOn(ArgumentsAccessor row) {
        Map<String, String> values =
                Map.of("hotline.console.https", row.getString(0), "hotline.console.proxies", row.getString(1));
        Settings settings = key -> Optional.ofNullable(values.get(key));
        UnguardedScreens screens = new UnguardedScreens(settings, new Callers(settings));
        assertThat(screens.wereSeen()).isFalse();
        screens.asked(row.getString(2), row.getBoolean(3), row.getBoolean(4));
        screens.asked("127.0.0.1", true, false);
        assertThat(screens.wereSeen()).isEqualTo(row.getBoolean(5));
    }
}
