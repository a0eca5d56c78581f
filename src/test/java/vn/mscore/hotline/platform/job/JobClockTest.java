package vn.mscore.hotline.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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
            if (name.equals("broken")) {
                throw new IllegalStateException("on purpose");
            }
            return 1;
        }

        boolean ranThrice() throws InterruptedException {
            return thrice.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void aJobThatFailsRunsAgainAndDoesNotStopTheOthers() throws InterruptedException {
        Counted broken = Counted.named("broken");
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
