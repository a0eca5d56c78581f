package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A source that tells, fails and hangs. */
@Timeout(60)
class LatestTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hang = new CountDownLatch(1);

    private Latest<String> of(java.util.function.Supplier<String> source, Duration known) {
        return new Latest<>(
                () -> {
                    asked.incrementAndGet();
                    return source.get();
                },
                Executors.defaultThreadFactory(),
                known);
    }

    private String hanging() {
        try {
            hang.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    @Test
    void whatItTellsIsToldAndAskedOnceForMany() {
        Latest<String> latest = of(() -> "7", Duration.ofMinutes(1));
        assertThat(latest.now()).contains("7");
        assertThat(latest.now()).contains("7");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSourceThatFailsTellsNothingAndIsNotAskedForEachFigure() {
        Latest<String> latest = of(
                () -> {
                    throw new IllegalStateException("away");
                },
                Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            assertThat(latest.now()).isEmpty();
        }
        assertThat(asked.get()).isLessThan(100);
    }

    @Test
    void aSourceThatHangsKeepsNobodyAndIsAskedByOneThreadOnly() throws Exception {
        Latest<String> latest = of(this::hanging, Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            assertThat(latest.now()).as("while it hangs").isEmpty();
        }
        assertThat(asked).hasValue(1);
        hang.countDown();
        while (latest.now().isEmpty()) {
            Thread.sleep(5);
        }
        assertThat(latest.now()).contains("late");
    }

    @Test
    void whatIsTooOldIsNotTold() {
        Latest<String> latest = of(() -> "7", Duration.ZERO);
        assertThat(latest.now()).isEmpty();
    }

    @Test
    void withoutAThreadNothingIsKnownAndItIsAskedAgain() {
        Latest<String> latest = new Latest<>(
                () -> "7",
                work -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                Duration.ofMinutes(1));
        assertThat(latest.now()).isEmpty();
        assertThat(latest.now()).isEmpty();
    }
}
