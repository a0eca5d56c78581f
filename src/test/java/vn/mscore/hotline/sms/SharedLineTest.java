package vn.mscore.hotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** A line of several nodes, seen from one of them. */
class SharedLineTest {
    private static final Duration A_LEASE = Duration.ofSeconds(LineLeases.LENGTH_SECONDS);
    private static final Submission TEXT = new Submission(1, new PhoneNumber("+84912345678"), "x");

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger startsToFail = new AtomicInteger();
    private final Registry registry = new Registry();
    private final AtomicLong nanos = new AtomicLong();
    private final SharedLine line = new SharedLine(Line::new, registry, Thread::new, Duration.ofMillis(5), nanos::get);

    @AfterEach
    void stop() {
        line.stop();
    }

    @Test
    void whileAnotherNodeHasItNothingIsOpenedOrSent() throws Exception {
        registry.ours = false;
        line.start(null);
        await(() -> registry.asked > 3);
        assertThat(line.state().status()).isEqualTo(Status.STANDBY);
        assertThat(line.send(TEXT).result()).isEqualTo(Result.RETRY);
        assertThat(line.state().detail()).isEqualTo("another node has this line");
        registry.namesake = true;
        assertThat(line.state().detail()).contains("set hotline.node");
        assertThat(happened).isEmpty();
    }

    @Test
    void itIsStartedWhenThisNodeGetsItAndStoppedWhenAnotherDoesAndStartedAnew() throws Exception {
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        assertThat(line.send(TEXT).result()).isEqualTo(Result.SENT);
        registry.ours = false;
        await(() -> line.state().status() == Status.STANDBY && happened.contains("stop"));
        registry.ours = true;
        await(() -> line.state().status() == Status.READY);
        assertThat(happened).containsExactly("start", "send", "stop", "start");
    }

    @Test
    void aDatabaseThatIsAwayChangesNothing() throws Exception {
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        registry.away = true;
        int before = registry.asked;
        await(() -> registry.asked > before + 3);
        assertThat(line.state().status()).isEqualTo(Status.READY);
        assertThat(happened).containsExactly("start");
    }

    @Test
    void whoHasNotKeptItForALeaseSendsNothingBeforeHeKnowsWhoseItIs() throws Exception {
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        registry.away = true;
        nanos.addAndGet(A_LEASE.toNanos() - 1);
        assertThat(line.send(TEXT).result()).isEqualTo(Result.SENT);
        nanos.incrementAndGet();
        assertThat(line.send(TEXT).result()).isEqualTo(Result.RETRY);
        registry.away = false;
        assertThat(line.send(TEXT).result()).as("asked at once").isEqualTo(Result.SENT);
        registry.away = true;
        nanos.addAndGet(A_LEASE.toNanos());
        registry.ours = false;
        registry.away = false;
        assertThat(line.send(TEXT).result()).as("another has it").isEqualTo(Result.RETRY);
    }

    @Test
    void atTheEndTheLineIsStoppedBeforeItIsGivenBack() throws Exception {
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        line.stop();
        assertThat(happened).containsExactly("start", "stop", "release");
        assertThat(line.send(TEXT).result()).isEqualTo(Result.RETRY);
    }

    @Test
    void anErrorAtItsStartIsShownAndTheStartTriedAgain() throws Exception {
        startsToFail.set(2);
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        assertThat(line.send(TEXT).result()).isEqualTo(Result.SENT);
        assertThat(happened).containsExactly("fail", "stop", "release", "fail", "stop", "release", "start", "send");
    }

    @Test
    void aLineThatCannotBeStartedIsNotSaidToBeElsewhere() throws Exception {
        startsToFail.set(Integer.MAX_VALUE);
        line.start(null);
        await(() -> happened.contains("stop"));
        await(() -> line.state().status() == Status.LOST);
        assertThat(line.state().detail()).contains("NoClassDefFoundError");
        registry.ours = false;
        await(() -> line.state().status() == Status.STANDBY);
    }

    @Test
    void anErrorWhileTheLeaseIsKeptChangesNothingAndSendsNothingOnceItHasEnded() throws Exception {
        line.start(null);
        await(() -> line.state().status() == Status.READY);
        registry.noMemory = true;
        int before = registry.asked;
        await(() -> registry.asked > before + 3);
        nanos.addAndGet(A_LEASE.toNanos());
        assertThat(line.send(TEXT).result()).isEqualTo(Result.RETRY);
        assertThat(line.state().status()).isEqualTo(Status.READY);
        assertThat(happened).containsExactly("start");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 20 seconds").isLessThan(end);
            Thread.sleep(2);
        }
    }

    private final class Registry implements LineLeases {
        private volatile boolean ours = true;
        private volatile boolean away;
        private volatile boolean noMemory;
        private volatile boolean namesake;
        private volatile int asked;

        @Override
        public boolean take(String name) {
            return keep(name, true);
        }

        @Override
        public synchronized boolean keep(String name, boolean ready) {
            asked++;
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            if (noMemory) {
                throw new OutOfMemoryError("for a test");
            }
            return ours;
        }

        @Override
        public void release(String name) {
            happened.add("release");
        }

        @Override
        public boolean hasNamesake() {
            return namesake;
        }

        @Override
        public Map<String, Duration> elsewhere() {
            return Map.of();
        }
    }

    private final class Line implements SmsLine {
        @Override
        public String name() {
            return "a";
        }

        @Override
        public void start(Intake intake) {
            if (startsToFail.getAndDecrement() > 0) {
                happened.add("fail");
                throw new NoClassDefFoundError("for a test");
            }
            happened.add("start");
        }

        @Override
        public SendOutcome send(Submission sms) {
            happened.add("send");
            return new SendOutcome(Result.SENT, List.of("1"), "");
        }

        @Override
        public LineState state() {
            return new LineState("a", Status.READY, "", OptionalInt.empty(), 0, 0);
        }

        @Override
        public void stop() {
            happened.add("stop");
        }
    }
}
