package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class ModemSettingsTest {
    private static List<ModemSettings> read(Map<String, String> values) {
        Settings settings = key -> Optional.ofNullable(values.get(key));
        return ModemSettings.read(settings);
    }

    @Test
    void noModemIsFine() {
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void modemsAreReadInTheirOrder() {
        List<ModemSettings> modems = read(Map.of(
                "hotline.sms.modems", "viettel=serial:/dev/serial/by-id/X?baud=9600 , sim=tcp://127.0.0.1:7070",
                "hotline.sms.modem.viettel.pin", "1234"));
        assertThat(modems).extracting(ModemSettings::name).containsExactly("viettel", "sim");
        assertThat(modems.get(0).pin()).contains("1234");
        assertThat(modems.get(1).submitLimit()).isEqualTo(75);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no name         | tcp://127.0.0.1:1
            no port         | a=tcp://127.0.0.1
            unknown scheme  | a=http://127.0.0.1:1
            relative path   | a=serial:ttyUSB0
            name twice      | a=tcp://127.0.0.1:1,a=tcp://127.0.0.1:2
            address twice   | a=tcp://127.0.0.1:1,b=tcp://127.0.0.1:1
            """)
    void wrongListsRefuseTheStart(String name, String list) {
        assertThatThrownBy(() -> read(Map.of("hotline.sms.modems", list)))
                .as(name)
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith("setting hotline.sms.modems ");
    }

    @Test
    void aWrongPinIsNotShown() {
        assertThatThrownBy(() ->
                        read(Map.of("hotline.sms.modems", "a=tcp://127.0.0.1:1", "hotline.sms.modem.a.pin", "secret")))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.sms.modem.a.pin")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theBalanceCodeIsNothingButDigitsAndSigns() {
        assertThatThrownBy(() -> read(Map.of(
                        "hotline.sms.modems", "a=tcp://127.0.0.1:1", "hotline.sms.modem.a.balance", "*101#\";+CMGD=1")))
                .isInstanceOf(Settings.WrongSetting.class);
    }

    @Test
    void thePinIsNotInItsWords() {
        List<ModemSettings> modems =
                read(Map.of("hotline.sms.modems", "a=tcp://127.0.0.1:1", "hotline.sms.modem.a.pin", "4711"));
        assertThat(modems.get(0).toString()).contains("a", "127.0.0.1").doesNotContain("4711");
    }
}
