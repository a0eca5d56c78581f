package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnerTaskTest {
    private static final String DONE = "done";
    private static final String NOT_BEGUN = "not begun";
    private static final String BROKEN = "broken";

    private final AtomicInteger runs = new AtomicInteger();
    private final OwnerTask<String> task = new OwnerTask<>(session -> DONE + runs.incrementAndGet(), NOT_BEGUN);

    @Test
    void whatIsDoneIsAnsweredOnce() {
        task.run(null);
        task.run(null);
        task.drop();
        assertThat(task.await(BROKEN)).isEqualTo(DONE + 1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void whoGivesUpBeforeItIsBegunMayAskAgainForItIsNeverDone() {
        assertThat(task.await(BROKEN, Duration.ofMillis(1))).isEqualTo(NOT_BEGUN);
        task.run(null);
        assertThat(runs).hasValue(0);
    }

    @Test
    void whoIsInterruptedBeforeItIsBegunMayAskAgainForItIsNeverDone() {
        Thread.currentThread().interrupt();
        assertThat(task.await(BROKEN)).isEqualTo(NOT_BEGUN);
        assertThat(Thread.interrupted()).isTrue();
        task.run(null);
        assertThat(runs).hasValue(0);
    }

    @Test
    void whatIsBegunWhenTimeIsUpIsWaitedForOnceMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        OwnerTask<String> slow = new OwnerTask<>(
                session -> {
                    begun.countDown();
                    try {
                        return end.await(60, TimeUnit.SECONDS) ? DONE : BROKEN;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                NOT_BEGUN);
        CompletableFuture<Void> owner = CompletableFuture.runAsync(() -> slow.run(null));
        begun.await();
        assertThat(slow.await(BROKEN, Duration.ofMillis(1))).isEqualTo(BROKEN);
        end.countDown();
        owner.join();
        assertThat(slow.await(BROKEN, Duration.ofMillis(1))).isEqualTo(DONE);
    }

    @Test
    void anErrorInTheMiddleIsToldToWhoAskedAndToTheOwner() {
        OwnerTask<String> broken = new OwnerTask<>(
                session -> {
                    throw new NoClassDefFoundError("for a test");
                },
                NOT_BEGUN);
        assertThatThrownBy(() -> broken.run(null)).isInstanceOf(NoClassDefFoundError.class);
        assertThat(broken.await(BROKEN)).isEqualTo(BROKEN);
    }
}
