package vn.mscore.hotline.voice.simulator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorder;

/**
 * Calls from the handset page, in the demo and in nothing else: one thread each, at most {@link #MOST} at a time; a page
 * that is silent for a minute has hung up.
 */
@Singleton
public class SimulatedExchange implements Service {
    /** Calls at a time. */
    public static final int MOST = 8;

    private static final Logger LOG = Logger.getLogger(SimulatedExchange.class.getName());
    private static final int AFTER_THE_PUMPS = 210;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEPT = 32;

    private final boolean demo;
    private final Recorder recorder;
    private final Dialplan dialplan;
    private final Clock clock;
    private final ThreadFactory threads;
    private final Map<String, SimulatedCall> calls = new ConcurrentHashMap<>();
    private volatile boolean open;

    /** Runs flows as {@code dialplan} says where {@code hotline.demo} says so. */
    @Inject
    public SimulatedExchange(
            Settings settings, Recorder recorder, Dialplan dialplan, Clock clock, ThreadFactory threads) {
        this.demo = settings.flag("hotline.demo", false);
        this.recorder = recorder;
        this.dialplan = dialplan;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public int order() {
        return AFTER_THE_PUMPS;
    }

    @Override
    public void start() {
        open = demo;
    }

    @Override
    public void stop() {
        open = false;
        calls.values().forEach(call -> call.wire().hangUp());
    }

    /** Whether there is such an exchange at all. */
    public boolean isOpen() {
        return open;
    }

    /** Begins a call to the hotline; empty when all lines are taken or there is no such flow. */
    public Optional<SimulatedCall> call(Optional<PhoneNumber> caller, String flow) {
        return begin(new CallStart("sim-" + UUID.randomUUID(), flow, caller, Optional.empty(), clock.instant(), false));
    }

    private synchronized Optional<SimulatedCall> begin(CallStart start) {
        Optional<CallFlow> flow = dialplan.flow(start.flow());
        long busy =
                calls.values().stream().filter(call -> !call.wire().isOver()).count();
        if (!open || flow.isEmpty() || busy >= MOST) {
            return Optional.empty();
        }
        forgetOld();
        SimulatedCall call = new SimulatedCall(start, new CallWire(PATIENCE), recorder);
        calls.put(start.id(), call);
        Thread thread = threads.newThread(() -> talk(call, flow.get()));
        thread.setName("handset-call");
        thread.start();
        return Optional.of(call);
    }

    private void forgetOld() {
        if (calls.size() >= KEPT) {
            calls.values().removeIf(call -> call.wire().isOver());
        }
    }

    private void talk(SimulatedCall call, CallFlow flow) {
        try {
            dialplan.talk(call, flow);
        } catch (RuntimeException e) {
            LOG.warning(() -> "a simulated call broke: " + e.getClass().getName());
        } finally {
            dialplan.ended(call);
        }
    }

    /** The call with this id, for a while also after its end. */
    public Optional<SimulatedCall> find(String id) {
        return open ? Optional.ofNullable(calls.get(id)) : Optional.empty();
    }
}
