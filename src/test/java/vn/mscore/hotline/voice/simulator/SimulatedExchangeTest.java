package vn.mscore.hotline.voice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.InMemoryCallBook;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.Speech;
import vn.mscore.hotline.voice.SpoolRecorder;

/** Whole calls through the simulated exchange: what the dialplan would do after the flow's last word. */
@Timeout(60)
class SimulatedExchangeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-20T02:00:00Z"), ZoneOffset.UTC);
    private static final Speech MENU = Speech.of(List.of("vi/menu-chinh"));
    private static final Optional<PhoneNumber> LAN = PhoneNumber.parse("0912345678");
    private static final InTransaction NONE = new InTransaction() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    };

    @TempDir
    private Path spool;

    private final InMemoryCallBook book = new InMemoryCallBook();
    private final CallsInHand inHand = new CallsInHand();
    private final List<Object> facts = new CopyOnWriteArrayList<>();
    private SimulatedExchange exchange;

    @AfterEach
    void close() {
        exchange.stop();
    }

    private record Named(String name, Consumer<Call> talk) implements CallFlow {
        @Override
        public void run(Call call) {
            talk.accept(call);
        }
    }

    private SimulatedExchange open(Map<String, String> settings, CallFlow... flows) {
        @SuppressWarnings("unchecked")
        Instance<CallFlow> all = mock(Instance.class);
        when(all.stream()).thenAnswer(asked -> Stream.of(flows));
        Dialplan dialplan = new Dialplan(all, book, inHand, facts::add, NONE, CLOCK);
        exchange = new SimulatedExchange(
                key -> Optional.ofNullable(settings.get(key)), new SpoolRecorder(spool), dialplan, CLOCK, Thread::new);
        exchange.start();
        return exchange;
    }

    private SimulatedExchange demo(CallFlow... flows) {
        return open(Map.of("hotline.demo", "true"), flows);
    }

    /** Calls as somebody who does {@code lines}; returns when the call is over. */
    private SimulatedCall talk(String... lines) {
        SimulatedCall call = exchange.call(LAN, "main").orElseThrow();
        new PageCaller(call.wire(), lines).run();
        awaitEnd(call);
        return call;
    }

    private void awaitEnd(SimulatedCall call) {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < limit
                && (book.lines().isEmpty()
                        || !book.lines().get(book.lines().size() - 1).startsWith("ended"))) {
            call.wire().until(() -> false, Duration.ofMillis(20));
        }
    }

    private List<CallEvent.Kind> kinds(SimulatedCall call) {
        return call.wire().after(0).stream().map(CallEvent::kind).toList();
    }

    @Test
    void aFlowThatHangsUpEndsTheCall() {
        demo(new Named("main", call -> {
            assertThat(call.ask(MENU, Entry.oneKey())).isEqualTo(new Keys("1", false));
            call.leave(Exit.HANG_UP);
        }));
        SimulatedCall call = talk("press 1");
        assertThat(kinds(call))
                .containsExactly(CallEvent.Kind.ASK, CallEvent.Kind.CUT, CallEvent.Kind.LEFT, CallEvent.Kind.OVER);
        assertThat(book.lines()).containsExactly("began main", "ended after vi/menu-chinh");
        assertThat(inHand.count()).isZero();
    }

    @Test
    void aCallerInTheQueueWhoHangsUpHasAbandonedIt() {
        demo(new Named("main", call -> call.leave(Exit.TO_QUEUE)));
        SimulatedCall call = exchange.call(LAN, "main").orElseThrow();
        call.wire().until(() -> kinds(call).contains(CallEvent.Kind.WAITING), Duration.ofSeconds(10));
        call.wire().hangUp();
        awaitEnd(call);
        assertThat(facts)
                .extracting(fact -> ((QueueChanged) fact).step())
                .containsExactly(QueueChanged.Step.JOINED, QueueChanged.Step.ABANDONED);
        assertThat(book.lines()).contains("handed over TO_QUEUE after ");
    }

    @Test
    void fiveInTheQueueGoesToTheFlowThatPromisesACall() {
        demo(new Named("main", call -> call.leave(Exit.TO_QUEUE)), new Named("queue-callback", call -> {
            call.say(Speech.of(List.of("vi/da-hen")));
            call.leave(Exit.HANG_UP);
        }));
        SimulatedCall call = exchange.call(LAN, "main").orElseThrow();
        call.wire().until(() -> kinds(call).contains(CallEvent.Kind.WAITING), Duration.ofSeconds(10));
        call.wire().press("75");
        new PageCaller(call.wire()).run();
        awaitEnd(call);
        assertThat(facts)
                .extracting(fact -> ((QueueChanged) fact).step())
                .containsExactly(QueueChanged.Step.JOINED, QueueChanged.Step.LEFT);
        assertThat(kinds(call)).contains(CallEvent.Kind.SAY);
    }

    @Test
    void whoWaitedInSecretIsInSecretStillWhenACallIsPromised() {
        List<Boolean> sealed = new CopyOnWriteArrayList<>();
        demo(
                new Named("main", call -> {
                    sealed.add(call.start().sealed());
                    call.inSecret(true);
                    call.leave(Exit.TO_QUEUE);
                }),
                new Named("queue-callback", call -> {
                    sealed.add(call.start().sealed());
                    call.leave(Exit.HANG_UP);
                }));
        SimulatedCall call = exchange.call(LAN, "main").orElseThrow();
        call.wire().until(() -> kinds(call).contains(CallEvent.Kind.WAITING), Duration.ofSeconds(10));
        call.wire().press("5");
        awaitEnd(call);
        assertThat(sealed).containsExactly(false, true);
    }

    @Test
    void aFlowThatBreaksLeavesTheCallerToTheFallbackWhichRecords() {
        demo(new Named("main", call -> {
            throw new IllegalStateException("a bug");
        }));
        SimulatedCall call = talk("speak 3s #");
        assertThat(kinds(call))
                .containsExactly(
                        CallEvent.Kind.SAY,
                        CallEvent.Kind.RECORD,
                        CallEvent.Kind.RECORDED,
                        CallEvent.Kind.SAY,
                        CallEvent.Kind.OVER);
        assertThat(book.lines()).contains("handed over TO_FALLBACK after ");
    }

    @Test
    void thereIsNoExchangeOutsideTheDemo() {
        open(Map.of(), new Named("main", call -> call.leave(Exit.HANG_UP)));
        assertThat(exchange.isOpen()).isFalse();
        assertThat(exchange.call(LAN, "main")).isEmpty();
    }

    @Test
    void anUnknownFlowIsNoCall() {
        demo(new Named("main", call -> call.leave(Exit.HANG_UP)));
        assertThat(exchange.call(LAN, "no-such")).isEmpty();
    }

    @Test
    void oneCallMoreThanThereAreLinesIsRefused() {
        demo(new Named("main", call -> call.ask(MENU, new Entry(1, Duration.ofMinutes(1), Duration.ofMinutes(1)))));
        for (int i = 0; i < SimulatedExchange.MOST; i++) {
            assertThat(exchange.call(LAN, "main")).isPresent();
        }
        assertThat(exchange.call(LAN, "main")).isEmpty();
    }
}
