package vn.mscore.hotline.voice.simulator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.voice.CallBegan;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;

/** What the dialplan does around a flow, for simulated calls: tells the facts, acts on the verdict. */
@Singleton
class AfterTheFlow {
    private static final Logger LOG = Logger.getLogger(AfterTheFlow.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Facts facts;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    AfterTheFlow(Facts facts, InTransaction transaction, Clock clock) {
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void began(SimulatedCall call) {
        tell(new CallBegan(call.start()));
    }

    /** Runs the flow and does what it says last. */
    void talk(SimulatedCall call, CallFlow flow) {
        Exit exit = Exit.TO_FALLBACK;
        try {
            flow.run(call);
            exit = call.exit().orElse(Exit.TO_FALLBACK);
        } catch (CallerGone gone) {
            return;
        } catch (RuntimeException e) {
            // As with the real exchange: our failure is the caller's fallback, never his silence.
            LOG.warning(() -> "flow " + flow.name() + " failed: " + e.getClass().getName());
        }
        if (exit == Exit.TO_QUEUE) {
            queue(call);
        }
    }

    private void queue(SimulatedCall call) {
        move(call, Step.JOINED);
        call.wire().tell(CallEvent.Kind.WAITING, List.of(), Map.of());
        call.wire().until(call.wire()::hasKeys, LONGEST_WAIT);
        boolean left = call.wire().key() == '5';
        move(call, left ? Step.LEFT : Step.ABANDONED);
    }

    private void move(SimulatedCall call, Step step) {
        tell(new QueueChanged(call.start().id(), step, Optional.empty(), clock.instant()));
    }

    void ended(SimulatedCall call) {
        call.wire()
                .tell(CallEvent.Kind.OVER, List.of(), Map.of("why", call.wire().isGone() ? "caller" : "hotline"));
        tell(new CallEnded(call.start().id(), clock.instant()));
    }

    private void tell(Object fact) {
        transaction.run(() -> facts.tell(fact));
    }
}
