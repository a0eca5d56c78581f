package vn.mscore.hotline.sms.modem;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.UssdQuery;

/**
 * A GSM modem. One thread opens the port, speaks with the modem, and opens the port again after every loss, for ever;
 * everybody else only asks it.
 */
final class ModemLine implements SmsLine, UssdQuery {
    private static final Logger LOG = Logger.getLogger(ModemLine.class.getName());
    private static final SendOutcome NOT_BEGUN = new SendOutcome(SendOutcome.Result.RETRY, List.of(), "line not ready");
    private static final SendOutcome BROKEN_DOWN =
            new SendOutcome(SendOutcome.Result.UNKNOWN, List.of(), "the line broke down in the middle");
    private static final int REOPEN = 1;
    private static final int LONGEST_PAUSE = 8;
    private static final int BLOCKED_PAUSE = 30;
    private static final long STOP_MILLIS = 7000;
    private static final int SOFT_RESET_EVERY = 3;
    private static final int HARD_RESET_EVERY = 10;

    private final ModemSettings settings;
    private final AtPort.Opener opener;
    private final ThreadFactory threads;
    private final Clock clock;
    private final LineBoard board;
    private final SimGuard guard;
    private final Overflow overflow;
    private final Queue<OwnerTask<?>> tasks = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile AtWire wire;
    private volatile Thread owner;
    private int failedStarts;

    /** Without a spool. */
    ModemLine(ModemSettings settings, AtPort.Opener opener, ThreadFactory threads, Clock clock) {
        this(settings, opener, new ModemThreads(threads, clock), Optional.empty());
    }

    ModemLine(ModemSettings settings, AtPort.Opener opener, ModemThreads outside, Optional<SpoolDrain> spool) {
        this.settings = settings;
        this.opener = opener;
        this.threads = outside.threads();
        this.clock = outside.clock();
        this.board = new LineBoard(settings.name());
        this.guard = new SimGuard(settings);
        this.overflow = new Overflow(spool, board);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean countsFailedTries() {
        return true;
    }

    @Override
    public void start(Intake intake) {
        Reception reception = new Reception(settings, intake, clock, overflow);
        ModemSession.Home home = new ModemSession.Home(settings, ErrorCodes.load(), reception, board, guard);
        owner = threads.newThread(() -> own(home));
        owner.setName("modem-" + settings.name());
        owner.setDaemon(true);
        owner.start();
    }

    @Override
    public SendOutcome send(Submission sms) {
        return ask(new OwnerTask<>(session -> session.send(sms), NOT_BEGUN), BROKEN_DOWN);
    }

    @Override
    public Optional<UssdQuery> ussd() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> balance() {
        return ask(new OwnerTask<>(ModemSession::balance, Optional.empty()), Optional.empty());
    }

    private <T> T ask(OwnerTask<T> task, T broken) {
        AtWire current = wire;
        if (board.status() != Status.READY || current == null) {
            task.drop();
        } else {
            tasks.add(task);
            current.wake();
            if (wire != current) {
                // The session may have ended between the look and the put: nobody would find the task.
                dropTasks();
            }
        }
        return task.await(broken);
    }

    @Override
    public boolean readAgain(byte[] raw, Intake intake) {
        ReceivedPdu.kept(name(), guard.last().orElse(name()), raw).tell(intake);
        return true;
    }

    @Override
    public LineState state() {
        return board.state();
    }

    @Override
    public void askToStop() {
        stop.countDown();
        AtWire current = wire;
        if (current != null) {
            current.wake();
        }
    }

    /** Lets a submission in hand finish if it can within seven seconds. */
    @Override
    public void stop() {
        askToStop();
        try {
            if (owner != null) {
                owner.join(STOP_MILLIS);
            }
            AtWire current = wire;
            if (current != null) {
                current.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    /** The owner's thread with its one guard. */
    private void own(ModemSession.Home home) {
        while (!stopping()) {
            int pause;
            try {
                session(home);
                pause = REOPEN;
            } catch (AtPort.PortUnavailable e) {
                board.show(e.held() ? Status.BLOCKED : Status.LOST, e.getMessage());
                pause = REOPEN;
            } catch (LineBlocked e) {
                board.show(Status.BLOCKED, e.getMessage());
                // The modem is well, and may even be another line's: only a person can help, no reset does.
                failedStarts = 0;
                pause = BLOCKED_PAUSE;
            } catch (PortLost e) {
                board.show(Status.LOST, e.getMessage());
                pause = pause();
            } catch (LinkageError e) {
                broken("a part of the program does not load (is the temporary folder mounted noexec?), see the log", e);
                pause = BLOCKED_PAUSE;
            } catch (RuntimeException | VirtualMachineError e) {
                broken("internal error, see the log", e);
                pause = LONGEST_PAUSE;
            }
            dropTasks();
            sleep(pause);
        }
        board.show(Status.LOST, "stopped");
    }

    private void broken(String detail, Throwable why) {
        board.show(Status.LOST, detail);
        LOG.log(Level.SEVERE, "line " + name() + ": unexpected, opening the port again", why);
    }

    private void session(ModemSession.Home home) throws AtPort.PortUnavailable {
        AtPort port = opener.open();
        try (AtWire opened = wired(port)) {
            wire = opened;
            work(new ModemSession(home, opened));
        } finally {
            wire = null;
            guard.release();
        }
    }

    private AtWire wired(AtPort port) {
        try {
            return new AtWire(port, threads, name());
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // A port left open here would be held against the next try.
            port.close();
            throw e;
        }
    }

    private void work(ModemSession session) {
        try {
            failedStarts++;
            if (failedStarts % HARD_RESET_EVERY == 0) {
                session.restartModem();
            } else if (failedStarts % SOFT_RESET_EVERY == 0) {
                session.resetModem();
            }
            session.start();
            failedStarts = 0;
            session.run(tasks, this::stopping);
        } finally {
            session.salvage();
        }
    }

    /** A second after a loss, longer while the modem answers but does not start. */
    private int pause() {
        return Math.min(LONGEST_PAUSE, REOPEN << Math.min(3, Math.max(0, failedStarts - 1)));
    }

    private void dropTasks() {
        for (OwnerTask<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.drop();
        }
    }

    private void sleep(int pause) {
        try {
            boolean stopped = stop.await(settings.patience().seconds(pause).toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(Level.FINE, "line {0}: {1}", new Object[] {name(), stopped ? "stopping" : "opening"});
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
