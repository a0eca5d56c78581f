package vn.mscore.hotline.sms.modem;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.SimulatedNetwork;
import vn.mscore.hotline.sms.simulator.Switches;

/** A simulated modem and its network before each test, and the line that a test opens on it. */
abstract class AtSimulatedModem {
    static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final String LAN = "+84912345678";
    static final String OFFICE = "+84905550100";

    @TempDir
    Path folder;

    final Switches switches = new Switches();
    final RecordingIntake intake = new RecordingIntake();
    final Clock clock = Clock.systemUTC();
    final SimulatedNetwork network = new SimulatedNetwork(clock, THREADS, switches, 0);
    final SimulatedModem modem = new SimulatedModem(
            vn.mscore.hotline.sms.simulator.ModemSettings.of(OFFICE, 50),
            network,
            switches,
            new SimulatedModem.ModemClockwork(clock, THREADS));
    ModemLine line;

    @BeforeEach
    void switchOn() {
        modem.start();
        network.open(LAN);
    }

    @AfterEach
    void switchOff() {
        if (line != null) {
            line.stop();
        }
        modem.close();
        network.close();
    }

    /** Of line {@code name}, with short waits. */
    ModemSettings settings(String name, ModemAddress address, Optional<String> pin) {
        return new ModemSettings(name, address, pin, "*101#", folder, 20, 600, new Patience(150));
    }
}
