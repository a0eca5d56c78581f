package vn.mscore.hotline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.platform.Settings;

class WitnessSettingsTest {
    private static final String SECRET = "0123456789abcdef01234567";

    @Test
    void nothingLeavesUnlessTheDeployerSaysWhereTo() {
        WitnessSettings none = WitnessSettings.from(key -> Optional.empty());
        assertThat(none.address()).isEmpty();
        assertThat(none.patience()).isEqualTo(Duration.ofHours(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://witness.example.vn/heads?of=7", "http://127.0.0.1:9/heads", "http://[::1]:9/heads"})
    void aWitnessElsewhereOrARelayHere(String address) {
        WitnessSettings named = with(address, SECRET);
        assertThat(named.address().orElseThrow().uri()).hasToString(address);
        assertThat(named).asString().doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no TLS      | http://witness.example.vn/heads      | hotline.audit.witness must be an https address, or one of this machine",
                "looks local | http://127.0.0.1.example.vn/heads    | hotline.audit.witness must be an https address, or one of this machine",
                "a password  | https://a:b@witness.example.vn/heads | hotline.audit.witness must be an http or https address",
                "a file      | file:///tmp/heads                    | hotline.audit.witness must be an http or https address"
            })
    void anAddressWhereAHeadCouldBeSwallowedRefusesTheStart(String name, String address, String why) {
        assertThatThrownBy(() -> with(address, SECRET))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage("setting " + why);
    }

    @Test
    void aShortSecretRefusesTheStart() {
        assertThatThrownBy(() -> with("https://witness.example.vn/heads", "short"))
                .hasMessage("setting hotline.audit.witness.secret must have at least 24 characters");
    }

    private static WitnessSettings with(String address, String secret) {
        Map<String, String> settings = Map.of("hotline.audit.witness", address, "hotline.audit.witness.secret", secret);
        return WitnessSettings.from(key -> Optional.ofNullable(settings.get(key)));
    }
}
