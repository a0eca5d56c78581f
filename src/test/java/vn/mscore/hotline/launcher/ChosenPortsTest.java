package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated modem of the demo has a port of its own, whatever other modems there are. */
class ChosenPortsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"'', demo=tcp://127.0.0.1:%d", "first=tcp://127.0.0.1:7000, first=tcp://127.0.0.1:7000"})
    void twoDemosOnOneMachineDoNotMeet(String modems, String expected) throws StartRefused {
        Map<String, String> values = new HashMap<>();
        KnownSettings.load().rows().stream()
                .filter(row -> !row.chosenName())
                .forEach(row -> values.put(row.key(), row.fallback()));
        values.put("hotline.demo", "true");
        values.put("hotline.http.port", "0");
        values.put("hotline.sms.modems", modems);
        GatewaySettings settings = new GatewaySettings(values);
        Ports.choose(settings);
        int port = settings.number("hotline.simulator.port");
        assertThat(port).isGreaterThan(1023);
        assertThat(settings.text("hotline.sms.modems")).isEqualTo(String.format(expected, port));
    }
}
