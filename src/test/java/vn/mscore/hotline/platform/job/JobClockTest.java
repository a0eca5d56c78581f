package vn.mscore.hotline.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.platform.Job;

class JobClockTest {
    private static final int LONGEST_SECONDS = 10;

    private record Counted(String name, AtomicInteger runs, CountDownLatch thrice) implements Job {
        static Counted named(String name) {
            return new Counted(name, new AtomicInteger(), new CountDownLatch(3));
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(50);
        }

        @Override
        public int run() {
            runs.incrementAndGet();
            thrice.countDown();
            switch (name) {
                case "broken" -> throw new IllegalStateException("on purpose");
                case "threadless" -> throw new OutOfMemoryError("unable to create native thread");
                case "classless" -> throw new NoClassDefFoundError("on purpose");
                default -> {
                    // runs well
                }
            }
            return 1;
        }

        boolean ranThrice() throws InterruptedException {
            return thrice.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "threadless", "classless"})
    void aJobThatFailsRunsAgainAndDoesNotStopTheOthers(String how) throws InterruptedException {
        Counted broken = Counted.named(how);
        Counted well = Counted.named("well");
        List<Thread> threads = new ArrayList<>();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        };
        JobClock clock = new JobClock(List.<Job>of(broken, well), factory);
        clock.start();
        assertThat(broken.ranThrice()).isTrue();
        assertThat(well.ranThrice()).isTrue();
        clock.stop();
        assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
    }
}
