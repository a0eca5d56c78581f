package vn.mscore.hotline.voice.simulator;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Speech;

/** What {@code ivr-scripts/dialplan} does around a flow, for simulated calls: acts on the verdict, tells the facts. */
@Singleton
class Dialplan {
    private static final Logger LOG = Logger.getLogger(Dialplan.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final String LEFT_THE_QUEUE = "queue-callback";

    /** What the exchange itself says and notes when we are not there. */
    private static final Speech APOLOGY = Speech.of(List.of("vi/du-phong"));

    /** To somebody who reports in secret: nothing about names. */
    private static final Speech SEALED = Speech.of(List.of("vi/ghi-am-kin"));

    private static final Speech THANKS = Speech.of(List.of("vi/du-phong-cam-on"));

    private static final String FALLBACK = "fallback";

    private final Instance<CallFlow> flows;
    private final CallBook book;
    private final CallsInHand inHand;
    private final Facts facts;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    Dialplan(
            @Any Instance<CallFlow> flows,
            CallBook book,
            CallsInHand inHand,
            Facts facts,
            InTransaction transaction,
            Clock clock) {
        this.flows = flows;
        this.book = book;
        this.inHand = inHand;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<CallFlow> flow(String name) {
        return flows.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Runs the flow and does what it says last; returns when the call is over or the caller gone. */
    void talk(SimulatedCall call, CallFlow flow) {
        try {
            follow(call, run(call, flow));
        } catch (CallerGone gone) {
            LOG.fine("the caller hung up");
        }
    }

    private Exit run(SimulatedCall call, CallFlow flow) {
        call.goOn();
        inHand.take(Thread.currentThread(), call.start().id());
        try {
            book.began(call.start());
            flow.run(call);
            return call.exit().orElse(Exit.TO_FALLBACK);
        } catch (CallerGone gone) {
            throw gone;
        } catch (RuntimeException e) {
            // As with the real exchange: our failure is the caller's fallback, never his silence.
            LOG.warning(
                    () -> "flow " + flow.name() + " failed: " + e.getClass().getName() + " " + e.getStackTrace()[0]);
            return Exit.TO_FALLBACK;
        } finally {
            inHand.release(Thread.currentThread());
        }
    }

    private void follow(SimulatedCall call, Exit exit) {
        if (exit == Exit.HANG_UP) {
            return;
        }
        book.handedOver(call.start().id(), exit, call.reached());
        if (exit == Exit.TO_QUEUE) {
            queue(call);
        } else {
            call.say(call.isSecret() ? SEALED : APOLOGY);
            call.record(call.isSecret() ? RecordingOrder.secretMessage(FALLBACK) : RecordingOrder.message(FALLBACK));
            call.say(THANKS);
        }
    }

    private void queue(SimulatedCall call) {
        move(call, Step.JOINED);
        call.wire().tell(CallEvent.Kind.WAITING, List.of(), Map.of());
        call.wire().until(() -> call.wire().takes('5'), LONGEST_WAIT);
        if (call.wire().isGone()) {
            move(call, Step.ABANDONED);
            return;
        }
        move(call, Step.LEFT);
        flow(LEFT_THE_QUEUE).ifPresent(flow -> follow(call, run(call, flow)));
    }

    private void move(SimulatedCall call, Step step) {
        transaction.run(() -> facts.tell(new QueueChanged(call.start().id(), step, Optional.empty(), clock.instant())));
    }

    void ended(SimulatedCall call) {
        String why = call.wire().isGone() ? "caller" : "hotline";
        call.wire().tell(CallEvent.Kind.OVER, List.of(), Map.of("why", why));
        book.ended(
                call.start().id(), clock.instant(), Optional.of(call.reached()).filter(sound -> !sound.isEmpty()));
    }
}
