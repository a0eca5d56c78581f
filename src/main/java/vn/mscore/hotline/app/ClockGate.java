package vn.mscore.hotline.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.logging.Level;
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
        for (int left = open() ? held.size() : 0; left > 0; left--) {
            started += started(held.remove()) ? 1 : 0;
        }
        return started;
    }

    /** One that fails is tried again at the next run, and holds back none behind it. */
    private boolean started(Runnable one) {
        try {
            one.run();
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "a service that waited for the clock does not start, again in ten seconds", e);
            held.add(one);
            return false;
        }
    }
}
