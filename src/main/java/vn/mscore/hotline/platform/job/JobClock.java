package vn.mscore.hotline.platform.job;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;

/** Runs every {@link Job} on a thread of its own; one that fails is logged and run again after its pause. */
@Singleton
public class JobClock implements Service {
    private static final Logger LOG = Logger.getLogger(JobClock.class.getName());
    private static final int ORDER = 300;
    private static final long STOP_MILLIS = 8_000;

    private final Iterable<Job> jobs;
    private final ThreadFactory threads;
    private final List<Thread> running = new ArrayList<>();
    private CountDownLatch stopped = new CountDownLatch(1);

    /** Runs {@code jobs} on {@code threads}. */
    @Inject
    public JobClock(@Any Instance<Job> jobs, ThreadFactory threads) {
        this((Iterable<Job>) jobs, threads);
    }

    JobClock(Iterable<Job> jobs, ThreadFactory threads) {
        this.jobs = jobs;
        this.threads = threads;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public synchronized void start() {
        CountDownLatch signal = new CountDownLatch(1);
        stopped = signal;
        for (Job job : jobs) {
            Thread thread = threads.newThread(() -> repeat(job, signal));
            thread.setName("job-" + job.name());
            running.add(thread);
            thread.start();
        }
    }

    private static void repeat(Job job, CountDownLatch signal) {
        try {
            while (!signal.await(job.every().toMillis(), TimeUnit.MILLISECONDS)) {
                runOnce(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOnce(Job job) {
        try {
            int changed = job.run();
            if (changed > 0) {
                LOG.info(() -> "job " + job.name() + " changed " + changed);
            }
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.SEVERE, e, () -> "job " + job.name() + " failed and will run again");
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        try {
            for (Thread thread : running) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(Thread::interrupt);
        running.clear();
    }
}
