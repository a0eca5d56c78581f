package vn.mscore.hotline.voice.agi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.LiveCalls;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.VoiceCounts;

/**
 * Receives a request of the exchange on the thread of its call: checks who asks for what, lets the flow talk, and is the one
 * guard of the thread. Whatever is not right is dropped without a word and counted by a fixed word.
 */
@Singleton
class AgiReception {
    /** What the gateway asks of itself to see whether it lives. */
    static final String PROBE = "alive";

    private static final Logger LOG = Logger.getLogger(AgiReception.class.getName());

    private final FlowMapping flows;
    private final CallBook book;
    private final LiveCalls exchange;
    private final CallsInHand calls;
    private final Recorder recorder;
    private final VoiceCounts counts;
    private final Clock clock;

    @Inject
    AgiReception(
            FlowMapping flows,
            CallBook book,
            LiveCalls exchange,
            CallsInHand calls,
            Recorder recorder,
            VoiceCounts counts,
            Clock clock) {
        this.flows = flows;
        this.book = book;
        this.exchange = exchange;
        this.calls = calls;
        this.recorder = recorder;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * What the reception must know of the door.
     *
     * @param secret what the exchange says as its first argument
     * @param lines one permit per call
     */
    record Terms(String secret, Semaphore lines) {}

    /** Talks with whoever asks; returns when the talk is over. */
    void receive(CallRequest request, SafeAgi agi, Terms terms) {
        if (!request.knows(terms.secret())) {
            counts.refused("secret");
        } else if (request.path().equals(PROBE)) {
            agi.nothing();
        } else {
            connect(request, agi, terms.lines());
        }
    }

    private void connect(CallRequest request, SafeAgi agi, Semaphore lines) {
        Optional<CallFlow> flow = flows.find(request.path());
        Optional<CallStart> start = request.start(clock.instant());
        if (flow.isEmpty() || start.isEmpty()) {
            counts.refused(flow.isEmpty() ? "path" : "request");
        } else if (!lines.tryAcquire()) {
            counts.refused("full");
        } else {
            try {
                talk(flow.get(), new AgiCall(start.get(), agi, recorder, counts), agi);
            } finally {
                lines.release();
            }
        }
    }

    private void talk(CallFlow flow, AgiCall call, SafeAgi agi) {
        String id = call.start().id();
        calls.take(call, id);
        try {
            book.began(call.start());
            Failpoint.hit("call.afterAnswer");
            flow.run(call);
        } catch (CallerGone e) {
            LOG.log(Level.FINE, "the caller of {0} is gone", id);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "call " + id + " failed after " + call.reached());
        } finally {
            calls.release(call);
            settle(call, agi);
        }
    }

    private void settle(AgiCall call, SafeAgi agi) {
        Exit exit = call.exit().orElse(Exit.TO_FALLBACK);
        try {
            if (agi.isGone() || exit == Exit.HANG_UP) {
                book.ended(call.start().id(), clock.instant(), reached(call));
            } else {
                exchange.lives(call.start().id());
                book.handedOver(call.start().id(), exit, call.reached());
            }
        } catch (SqlFailure e) {
            LOG.log(Level.WARNING, e, () -> "the end of call " + call.start().id() + " is noted later");
        }
    }

    private static Optional<String> reached(AgiCall call) {
        return Optional.of(call.reached()).filter(sound -> !sound.isEmpty());
    }
}
