package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Settings;

class SimulatorServiceTest {
    private static SimulatorService with(Map<String, String> settings) {
        return new SimulatorService(
                key -> Optional.ofNullable(settings.get(key)), Clock.systemUTC(), Executors.defaultThreadFactory());
    }

    @Test
    void nothingRunsOutsideTheDemo() {
        SimulatorService service = with(Map.of());
        service.start();
        assertThat(service.running()).isEmpty();
        service.stop();
    }

    @Test
    void theDemoHasAModemOnItsPortUntilItStops() throws IOException {
        SimulatorService service = with(Map.of("hotline.demo", "true"));
        SimulatorService beside = with(Map.of("hotline.demo", "true", "hotline.simulator.port", "0"));
        service.start();
        beside.start();
        beside.stop();
        Simulation simulation = service.running().orElseThrow();
        try (AtUser user = new AtUser(simulation.modem().port())) {
            assertThat(user.ask("AT")).containsExactly("OK");
        }
        simulation.network().text(Bench.LAN, simulation.modem().number(), "HD");
        simulation.switches().set(Switch.HANG, 1);
        assertThat(simulation.feed().after(0, 10))
                .extracting(Feed.Change::kind)
                .containsExactly("message", "message", "switches");
        service.stop();
        assertThat(service.running()).isEmpty();
        assertThatThrownBy(() -> new AtUser(simulation.modem().port())).isInstanceOf(IOException.class);
    }

    @Test
    void aWrongPortRefusesTheStart() {
        assertThatThrownBy(() -> with(Map.of("hotline.demo", "true", "hotline.simulator.port", "99999")))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.simulator.port");
    }
}
