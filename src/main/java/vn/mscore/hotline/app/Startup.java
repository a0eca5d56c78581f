package vn.mscore.hotline.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Causes;
import vn.mscore.hotline.platform.Service;

/**
 * Starts what runs on threads of its own, in order, and stops it in reverse. Tells the launcher through the system property
 * {@code hotline.state} how far it got: the two share nothing else.
 */
@Singleton
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());
    private static final String STATE = "hotline.state";

    private final Instance<Service> services;
    private final ClockGate gate;
    private final Deque<Service> started = new ArrayDeque<>();

    /** Starts {@code services}, those that send only when the clock can be believed. */
    @Inject
    public Startup(@Any Instance<Service> services, ClockGate gate) {
        this.services = services;
        this.gate = gate;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        System.setProperty(STATE, "starting");
        try {
            services.stream()
                    .sorted(Comparator.comparingInt(Service::order))
                    .forEach(service -> gate.start(service, this::begin));
            System.setProperty(STATE, "started");
        } catch (RuntimeException e) {
            System.setProperty(STATE, "failed: " + cause(e));
            stop();
            throw e;
        }
    }

    private synchronized void begin(Service service) {
        service.start();
        started.push(service);
    }

    private static String cause(Throwable failure) {
        Throwable cause = Causes.of(failure).reduce(failure, (outer, inner) -> inner);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @PreDestroy
    synchronized void stop() {
        while (!started.isEmpty()) {
            Service service = started.pop();
            try {
                service.stop();
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        e,
                        () -> "could not stop " + service.getClass().getName());
            }
        }
        if (!System.getProperty(STATE, "").startsWith("failed")) {
            System.setProperty(STATE, "stopped");
        }
    }
}
