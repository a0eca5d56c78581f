package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulated modem of the demo has a port of its own. */
class ChosenPortsTest {
    private static int chosen() throws StartRefused {
        Map<String, String> values = new HashMap<>();
        KnownSettings.load().rows().stream()
                .filter(row -> !row.chosenName())
                .forEach(row -> values.put(row.key(), row.fallback()));
        values.put("hotline.demo", "true");
        values.put("hotline.http.port", "0");
        GatewaySettings settings = new GatewaySettings(values);
        Ports.choose(settings);
        int port = settings.number("hotline.simulator.port");
        assertThat(settings.text("hotline.sms.modems")).isEqualTo("demo=tcp://127.0.0.1:" + port);
        return port;
    }

    @Test
    void twoDemosOnOneMachineDoNotMeet() throws IOException, StartRefused {
        int first = chosen();
        try (ServerSocket held = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(held.isBound()).isTrue();
            assertThat(chosen()).isGreaterThan(1023).isNotEqualTo(first);
        }
    }
}
