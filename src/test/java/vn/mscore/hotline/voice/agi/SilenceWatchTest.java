package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Speech;

/** A flow that hangs is no dead air: the exchange gets the caller back without a verdict and speaks itself. */
@Timeout(60)
@Waits
class SilenceWatchTest {
    private static final Speech MENU = Speech.of(List.of("vi/menu-1"));

    private final CountDownLatch database = new CountDownLatch(1);
    private volatile boolean over;
    private Door door;

    @AfterEach
    void close() {
        database.countDown();
        door.close();
    }

    private ScriptedExchange call(Consumer<Call> talk) throws IOException {
        door = Door.open(CallContract.flow(talk));
        return new ScriptedExchange()
                .call(door.address(), ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret()));
    }

    private String request() {
        return ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret());
    }

    private void waitUntilBack() {
        try {
            assertThat(database.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wait(Duration limit) {
        try {
            over |= database.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFlowThatSaysNothingLeavesTheCallerToTheExchange() throws Exception {
        ScriptedExchange exchange = call(call -> {
            call.say(MENU);
            wait(Duration.ofSeconds(20));
            call.leave(Exit.HANG_UP);
        });
        assertThat(exchange.commands()).hasSize(2).startsWith("ANSWER");
        assertThat(exchange.verdict()).isEmpty();
        assertThat(door.counts.refused()).containsEntry("silence", 1L);
    }

    @Test
    void theCallIsInTheBookAsLeftToTheExchange() throws Exception {
        call(call -> {
            wait(Duration.ofSeconds(7));
            call.leave(Exit.HANG_UP);
        });
        assertThat(Gateway.await(Duration.ofSeconds(20), () -> door.book.lines().size() == 2))
                .isTrue();
        assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after ");
    }

    @Test
    void whatWasRecordedStaysOnceAndTheThreadAndTheLineAreFreeAgain() throws Exception {
        AtomicInteger written = new AtomicInteger();
        door = Door.open(Map.of("hotline.voice.maxcalls", "1"), CallContract.flow(call -> {
            if (written.incrementAndGet() == 1) {
                call.record(new RecordingOrder("case", false, Duration.ofSeconds(8), Duration.ofSeconds(3)));
                waitUntilBack();
                call.say(MENU);
                written.set(100);
            }
            call.leave(Exit.HANG_UP);
        }));
        ScriptedExchange exchange = new ScriptedExchange("speak 4 #");
        exchange.call(door.address(), request());
        assertThat(exchange.verdict()).isEmpty();
        assertThat(door.calls.count()).as("the flow still waits").isEqualTo(1);
        database.countDown();
        assertThat(Gateway.await(Duration.ofSeconds(20), () -> door.calls.count() == 0))
                .isTrue();
        assertThat(door.recorder.taken()).filteredOn(Recorded::spoken).hasSize(1);
        assertThat(written).hasValue(1);
        assertThat(Gateway.await(Duration.ofSeconds(20), () -> door.book.lines().size() == 2))
                .isTrue();
        assertThat(door.book.lines()).containsExactly("began main", "handed over TO_FALLBACK after vi/bip");
        ScriptedExchange next = new ScriptedExchange();
        next.call(door.address(), request());
        assertThat(next.verdict()).isEqualTo("hang-up");
    }

    @Test
    void aFlowThatThinksForASecondGoesOn() throws Exception {
        ScriptedExchange exchange = call(call -> {
            wait(Duration.ofSeconds(1));
            call.leave(Exit.HANG_UP);
        });
        assertThat(exchange.verdict()).isEqualTo("hang-up");
    }

    @Test
    void anExchangeThatPlaysALongPromptIsWaitedFor() throws Exception {
        door = Door.open(CallContract.flow(call -> {
            call.say(MENU);
            call.leave(Exit.HANG_UP);
        }));
        ScriptedExchange slow = new ScriptedExchange().answeringAfter(Duration.ofSeconds(7));
        slow.call(door.address(), ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret()));
        assertThat(slow.verdict()).isEqualTo("hang-up");
    }

    @Test
    void withoutADatabaseTheHeartbeatGrowsOld() throws Exception {
        door = Door.open(CallContract.flow(call -> call.leave(Exit.HANG_UP)));
        door.readable = false;
        door.heartbeat.start();
        wait(Duration.ofSeconds(2));
        assertThat(door.counts.isAlive()).isFalse();
        assertThat(Files.exists(door.folder.resolve("asterisk/run/gateway-alive")))
                .isFalse();
        door.readable = true;
        assertThat(Gateway.await(Duration.ofSeconds(20), door.counts::isAlive)).isTrue();
    }
}
