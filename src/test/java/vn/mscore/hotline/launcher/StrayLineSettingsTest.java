package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrayLineSettingsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "modems sim=tcp://a:1; modem.sim.pin 1234, ''",
        "modems sim=tcp://a:1; modem.Sim.pin 1234, hotline.sms.modem.Sim.pin is of no line: hotline.sms.modems has no Sim",
        "smpp viettel=smpp://a@a:1; smpp.vietel.dailycap 9, hotline.sms.smpp.vietel.dailycap is of no line: hotline.sms.smpp has no vietel",
        "smpp op=smpp://a@a:1; http.op.dailycap 9, hotline.sms.http.op.dailycap is of no line: hotline.sms.http has no op",
        "http bn=a.properties; http.bn.sender QTRI, ''",
        "probe.at 07:00, ''",
    })
    void aSettingOfALineThatIsNotThereIsNamedWithoutItsValue(String given, String named) {
        Map<String, String> values = new HashMap<>();
        for (String one : given.split("; ")) {
            values.put("hotline.sms." + one.split(" ")[0], one.split(" ")[1]);
        }
        assertThat(String.join("|", StrayLineSettings.of(new GatewaySettings(values))))
                .isEqualTo(named);
    }
}
