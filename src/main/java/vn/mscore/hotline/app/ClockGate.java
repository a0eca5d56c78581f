package vn.mscore.hotline.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;

/**
 * With a clock that says 1970 no deadline, window or limit is right: messages are taken in and kept, but nothing is sent
 * until the clock is (security.md row 178).
 */
@Singleton
public class ClockGate implements Job {
    private static final Logger LOG = Logger.getLogger(ClockGate.class.getName());

    private final Clock clock;
    private final Deque<Runnable> held = new ArrayDeque<>();

    /** Believes {@code clock} from 2025 on. */
    @Inject
    public ClockGate(Clock clock) {
        this.clock = clock;
    }

    /** Whether the clock can be believed. */
    public boolean open() {
        return !clock.instant().isBefore(ClockLeap.EARLIEST);
    }

    /** Starts {@code service} now, or once the clock is right if it sends. */
    synchronized void start(Service service, Consumer<Service> starter) {
        if (!service.sends() || open()) {
            starter.accept(service);
            return;
        }
        LOG.severe("the clock of this machine is wrong: nothing is sent until it is right");
        held.add(() -> starter.accept(service));
    }

    @Override
    public String name() {
        return "clock-gate";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public synchronized int run() {
        int started = 0;
        while (open() && !held.isEmpty()) {
            // One that fails stays first and is tried again.
            held.element().run();
            held.remove();
            started++;
        }
        return started;
    }
}
