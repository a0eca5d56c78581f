package vn.mscore.hotline.sms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;

/**
 * A line that every node of a database knows and one works: a modem has one port and an operator allows so many binds. It
 * is started when this node gets the lease and stopped when another has it; while the database is away everything stays
 * as it is, but what was in hand longer than a lease lasts is not sent before the lease could be kept.
 */
final class SharedLine implements SmsLine {
    private static final Logger LOG = Logger.getLogger(SharedLine.class.getName());
    private static final SendOutcome NOT_OURS =
            new SendOutcome(SendOutcome.Result.RETRY, List.of(), "another node has this line");
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long LEASE =
            Duration.ofSeconds(LineLeases.LENGTH_SECONDS).toNanos();
    private static final long STOP_MILLIS = 9000;

    private final Supplier<? extends SmsLine> maker;
    private final LineLeases leases;
    private final Duration every;
    private final LongSupplier nanos;
    private final OwnThread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile SmsLine line;
    private volatile boolean ours;
    private volatile long heldAt;
    private volatile String failure = "";

    SharedLine(Supplier<? extends SmsLine> maker, LineLeases leases, ThreadFactory threads) {
        this(maker, leases, threads, LOOK, System::nanoTime);
    }

    SharedLine(
            Supplier<? extends SmsLine> maker,
            LineLeases leases,
            ThreadFactory threads,
            Duration every,
            LongSupplier nanos) {
        this.every = every;
        this.nanos = nanos;
        this.maker = maker;
        this.leases = leases;
        this.line = maker.get();
        this.thread = new OwnThread(threads, "lease-" + line.name());
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public String settingsKey() {
        return line.settingsKey();
    }

    @Override
    public String usualPace() {
        return line.usualPace();
    }

    @Override
    public int usualDailyCap() {
        return line.usualDailyCap();
    }

    @Override
    public boolean countsFailedTries() {
        return line.countsFailedTries();
    }

    @Override
    public int window() {
        return line.window();
    }

    @Override
    public Optional<UssdQuery> ussd() {
        return ours ? line.ussd() : Optional.empty();
    }

    @Override
    public void start(Intake intake) {
        thread.start(() -> hold(intake));
    }

    private void hold(Intake intake) {
        try {
            do {
                look(intake);
            } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever it was: a line nobody holds must not be worked.
            ours = false;
            line.stop();
            release();
        }
    }

    private void look(Intake intake) {
        try {
            boolean mine = ours ? isKept() : held(leases::take);
            if (mine && !ours) {
                begin(intake);
            } else if (!mine) {
                end();
            }
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.WARNING, "whose line {0} is cannot be asked now: {1}", new Object[] {
                name(), e.getClass().getName()
            });
        }
    }

    private boolean isKept() {
        return held(name -> leases.keep(name, line.state().sendable()));
    }

    private boolean held(Predicate<String> asking) {
        long asked = nanos.getAsLong();
        boolean mine = asking.test(name());
        if (mine) {
            heldAt = asked;
        }
        return mine;
    }

    /** A line that broke down at its start is stopped, and another one started at the next look. */
    private void begin(Intake intake) {
        try {
            line.start(intake);
            failure = "";
            ours = true;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            failure = "cannot be started, see the log: " + e.getClass().getSimpleName();
            LOG.log(Level.SEVERE, "line " + name() + " cannot be started; tried again", e);
            line.stop();
            line = maker.get();
            // Another node may have more luck.
            release();
        }
    }

    private void end() {
        failure = "";
        if (ours) {
            LOG.log(Level.WARNING, "line {0} is not this node's any more", name());
            ours = false;
            line.stop();
            line = maker.get();
        }
    }

    @Override
    public SendOutcome send(Submission sms) {
        return ours && isStillOurs() ? line.send(sms) : NOT_OURS;
    }

    // A process that stood still for longer than its lease asks before it sends what it has in hand.
    private synchronized boolean isStillOurs() {
        try {
            return nanos.getAsLong() - heldAt < LEASE || isKept();
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.INFO, "line {0} sends nothing until it is known whose it is", name());
            return false;
        }
    }

    @Override
    public boolean readAgain(byte[] raw, Intake intake) {
        return line.readAgain(raw, intake);
    }

    @Override
    public LineState state() {
        return ours ? line.state() : idle();
    }

    private LineState idle() {
        String why = failure;
        return why.isEmpty()
                ? new LineState(name(), LineState.Status.STANDBY, whose(), OptionalInt.empty(), 0, 0)
                : new LineState(name(), LineState.Status.LOST, why, OptionalInt.empty(), 0, 0);
    }

    private String whose() {
        return leases.hasNamesake()
                ? "another process has this line and is called like this one: set hotline.node"
                : "another node has this line";
    }

    @Override
    public void askToStop() {
        stop.countDown();
        line.askToStop();
    }

    /** The thread that holds the lease stops the line and then gives it back. */
    @Override
    public void stop() {
        askToStop();
        thread.join(STOP_MILLIS);
    }

    private void release() {
        try {
            leases.release(name());
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "the lease of line {0} runs out by itself", name());
        }
    }
}
