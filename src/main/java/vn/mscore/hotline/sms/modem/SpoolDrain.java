package vn.mscore.hotline.sms.modem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.spool.SmsSpool;
import vn.mscore.hotline.sms.spool.SpooledPdu;

/** Between the modems and the spool: what goes in while the database is away comes out by the same way as from the SIM. */
@Singleton
class SpoolDrain implements Job {
    private static final Logger LOG = Logger.getLogger(SpoolDrain.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final long UNWILLING_NANOS = 10_000_000_000L;

    /** As for messages on the SIM. */
    private static final int POISONED = 7;

    /** Fewer, so that the messages that wait meanwhile do not count as poisoned. */
    private static final int UNREADABLE = 5;

    private final SmsSpool spool;
    private final Intake intake;
    private final int percent;
    private volatile boolean unwilling;
    private volatile long willingAt;
    private final AtomicInteger unreadable = new AtomicInteger();
    private int triesOfFirst;

    @Inject
    SpoolDrain(SmsSpool spool, Intake intake, Settings settings) {
        this.spool = spool;
        this.intake = intake;
        this.percent = settings.number("hotline.sms.sim.spool", 70, 1, 100);
    }

    /** From how full a storage on its messages go to the spool, in per cent. */
    int percent() {
        return percent;
    }

    /** False for a while after the disk refused. */
    boolean willing() {
        return !unwilling || System.nanoTime() - willingAt >= 0;
    }

    /** Whatever goes wrong here, the message has another copy or another chance: true once it is on disk. */
    boolean keep(ReceivedPdu pdu) {
        try {
            spool.keep(new SpooledPdu(pdu.line(), pdu.simIdentity(), pdu.hex()));
            unwilling = false;
            return true;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.WARNING, "line {0}: the spool does not take a message, keeping the copy: {1}", new Object[] {
                pdu.line(), e.getClass().getSimpleName()
            });
            willingAt = System.nanoTime() + UNWILLING_NANOS;
            unwilling = true;
            return false;
        }
    }

    /** Whether there is anything to take out. */
    boolean waits() {
        return spool.size() > 0;
    }

    /**
     * On return nothing waits that came before what is to be stored now, but entries the disk does not give; throws when that
     * cannot be. A spool that cannot be
     * read again and again stops nobody for good: then the new goes before the old.
     */
    void drain() {
        try {
            if (!isEmptied()) {
                throw new Busy();
            }
            unreadable.set(0);
        } catch (UncheckedIOException e) {
            int times = unreadable.incrementAndGet();
            if (times < UNREADABLE) {
                throw e;
            }
            LOG.log(times == UNREADABLE ? Level.SEVERE : Level.FINE, "the spool cannot be read: taking in without it");
        }
    }

    /** No message ends the thread that takes it out. */
    private boolean isEmptied() {
        try {
            return spool.drain(this::store);
        } catch (VirtualMachineError | LinkageError e) {
            throw new Unstored(e);
        }
    }

    /** The first that waits met an error and waits on. */
    static final class Unstored extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unstored(Error why) {
            super(why);
        }
    }

    /** Somebody else is at it: what is newer must wait for him. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What fails again and again while a note about it can be written must not hold up what is behind it. */
    private void store(SpooledPdu entry) {
        ReceivedPdu pdu = new ReceivedPdu(entry.line(), entry.simIdentity(), entry.hex());
        try {
            pdu.tell(intake);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            boolean poisoned = SqlFailure.isRefusal(e) || !SqlFailure.isPassing(e) && ++triesOfFirst >= POISONED;
            if (!poisoned) {
                throw e;
            }
            intake.quarantine(pdu.line(), "cannot be stored", pdu.raw());
        }
        triesOfFirst = 0;
    }

    @Override
    public String name() {
        return "drain-sms-spool";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** For what no line takes out by itself: its modem may be gone. */
    @Override
    public int run() {
        long before = spool.size();
        isEmptied();
        return (int) (before - spool.size());
    }
}
