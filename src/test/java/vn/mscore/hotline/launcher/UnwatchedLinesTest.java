package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwatchedLinesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "modems sim=tcp://a:1, 1",
        "modems sim=tcp://a:1; modem.sim.silence 0, 1",
        "modems sim=tcp://a:1; modem.sim.silence 8, 0",
        "modems sim=tcp://a:1; modem.sim.probe sim, 0",
        "modems sim=tcp://a:1; modem.other.probe sim, 1",
        "'modems sim=tcp://a:1,two=tcp://a:2; modem.sim.probe two', 1",
        "'modems sim=tcp://a:1,two=tcp://a:2; modem.sim.probe two; modem.two.probe sim', 0",
        "modems sim=tcp://a:1; smpp op=smpp://a@a:1; modem.sim.probe op; modem.sim.silence 8, 0",
        "'modems sim=tcp://a:1,two=tcp://a:2; modem.two.silence 8', 1",
        "smpp op=smpp://a@a:1; smpp.op.silence 8, 0",
        "smpp op=smpp://a@a:1; modem.op.silence 8, 1",
        "http bn=a.properties; http.bn.probe bn, 0",
        "http bn=a.properties; http.bn.probe sim, 1",
        "http bn=a.properties, 1",
        "probe.at 07:00, 0"
    })
    void aLineThatNobodyWatchesIsNamed(String given, int named) {
        Map<String, String> values = new HashMap<>();
        for (String one : given.split("; ")) {
            values.put("hotline.sms." + one.split(" ")[0], one.split(" ")[1]);
        }
        assertThat(UnwatchedLines.of(new GatewaySettings(values)))
                .hasSize(named)
                .allMatch(sentence -> sentence.contains(".silence"));
    }
}
