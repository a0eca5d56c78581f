package vn.mscore.hotline.sms.simulator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;

/**
 * Runs a {@link Simulation} in the demo and in nothing else: {@code hotline.demo}, {@code hotline.simulator.port} (any free one),
 * {@code .number}, {@code .slots} (10 to 50) and {@code .dongPerPart}.
 */
@Singleton
public class SimulatorService implements Service {
    private static final Logger LOG = Logger.getLogger(SimulatorService.class.getName());
    private static final int BEFORE_THE_LINES = 150;
    private static final int HIGHEST_PORT = 65_535;
    private static final String NUMBER = "+84888081808";

    private final boolean demo;
    private final ModemSettings modem;
    private final int dongPerPart;
    private final Clock clock;
    private final ThreadFactory threads;
    private volatile Simulation running;

    /** Reads the settings; nothing starts yet. */
    @Inject
    public SimulatorService(Settings settings, Clock clock, ThreadFactory threads) {
        this.demo = settings.flag("hotline.demo", false);
        this.modem = ModemSettings.of(
                        settings.text("hotline.simulator.number").orElse(NUMBER),
                        settings.number("hotline.simulator.slots", 30, 10, 50))
                .onPort(settings.number("hotline.simulator.port", 0, 0, HIGHEST_PORT));
        this.dongPerPart = settings.number("hotline.simulator.dongPerPart", SimulatedNetwork.DONG_PER_PART, 0, 100_000);
        this.clock = clock;
        this.threads = threads;
    }

    /** The simulation while it runs; empty outside the demo. */
    public Optional<Simulation> running() {
        return Optional.ofNullable(running);
    }

    @Override
    public int order() {
        return BEFORE_THE_LINES;
    }

    @Override
    public void start() {
        if (demo) {
            running = new Simulation(modem, dongPerPart, clock, threads);
            LOG.info(() -> "simulated modem at " + running.modem().address());
        }
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
