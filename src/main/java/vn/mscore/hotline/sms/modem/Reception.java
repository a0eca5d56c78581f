package vn.mscore.hotline.sms.modem;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.Intake;

/**
 * Hands what came in to the {@link Intake} and tells whether it is safe there. While the database is away everything
 * stays where it is, on the SIM; from a nearly full SIM, and without a copy there, it goes to the spool.
 */
final class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class.getName());
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_CALLS = 1000;
    private static final int MOST_REFUSALS = 1000;
    private static final int FIRST_PAUSE_HUNDREDTHS = 50;
    private static final int LONGEST_PAUSE = 30;

    /** With the pauses between them, half a minute of failures. */
    private static final int POISONED = 7;

    private final String line;
    private final Intake intake;
    private final Clock clock;
    private final Overflow overflow;
    private final Waiting<ReceivedPdu> kept = new Waiting<>(MOST_KEPT);
    private final Waiting<Call> calls = new Waiting<>(MOST_CALLS);
    private final Map<String, Integer> refusals = new HashMap<>();
    private String simIdentity;
    private final long firstPause;
    private final long longestPause;
    private long pause;
    private long retryAt;
    private boolean away;
    private boolean refused;
    /** An outage is nobody's fault and is not counted. */
    private boolean passing;

    private String shortBefore = "";

    /** Somebody rang. */
    private record Call(String caller, Instant at) {}

    Reception(ModemSettings settings, Intake intake, Clock clock, Overflow overflow) {
        this.line = settings.name();
        this.firstPause = settings.patience().hundredths(FIRST_PAUSE_HUNDREDTHS).toNanos();
        this.longestPause = settings.patience().seconds(LONGEST_PAUSE).toNanos();
        this.pause = firstPause;
        this.intake = intake;
        this.clock = clock;
        this.overflow = overflow;
        this.simIdentity = line;
    }

    void simIdentity(String imsi) {
        simIdentity = imsi.isEmpty() ? line : imsi;
    }

    /** Whether storing failed and it is not yet time for another try. */
    boolean resting() {
        return away && restNanos() > 0;
    }

    /** Whether a message of a storage would neither be stored nor kept on disk now. */
    boolean closed() {
        return resting() && !overflow.takes();
    }

    /** Whether storing failed the last time. */
    boolean away() {
        return away;
    }

    /** Nanoseconds until the next try; 0 when due. */
    long restNanos() {
        return Math.max(0, retryAt - System.nanoTime());
    }

    /** It is time for another try: of what is kept here at once, of what is on the SIM by the caller's sweep. */
    void tryAgain() {
        away = false;
        if (overflow.waits() && !attempt(overflow::drain)) {
            return;
        }
        boolean stored = kept.empty(pdu -> settled(kept, () -> pdu.tell(intake), pdu.raw()))
                && calls.empty(call -> settled(calls, () -> note(call), raw(call)));
        away = !stored;
    }

    /** What fails again and again while a note about it can be written must not hold up what is kept behind it. */
    private boolean settled(Waiting<?> queue, Runnable work, byte[] raw) {
        return attempt(work) || (!passing && queue.countTry() >= POISONED && noted(work, raw));
    }

    /** Stores one message of a storage; true once it is committed, or on disk, and its copy may go. */
    boolean stored(String hex) {
        ReceivedPdu pdu = new ReceivedPdu(line, simIdentity, hex);
        if (resting()) {
            return overflow.takes() && overflow.keep(pdu);
        }
        if (attempt(() -> inOrder(pdu))) {
            refusals.remove(hex);
            return true;
        }
        if (!refused && overflow.takes() && overflow.keep(pdu)) {
            return true;
        }
        boolean poison = refused || !passing && refusals.merge(hex, 1, Integer::sum) >= POISONED;
        return poison && poisoned(pdu);
    }

    private void inOrder(ReceivedPdu pdu) {
        overflow.drain();
        pdu.tell(intake);
    }

    /** A message that fails again and again while a note about it can be written: a person must look at it. */
    private boolean poisoned(ReceivedPdu pdu) {
        boolean noted = noted(() -> pdu.tell(intake), pdu.raw());
        if (noted || refusals.size() > MOST_REFUSALS) {
            refusals.clear();
        }
        return noted;
    }

    /** The last try before a person is asked: what is stored is not also noted, or it would be read twice. */
    private boolean noted(Runnable work, byte[] raw) {
        if (attempt(work)) {
            return true;
        }
        boolean noted = quarantined("cannot be stored", raw);
        if (noted) {
            away = waits();
        }
        return noted;
    }

    /**
     * Stores a message that has no copy on the SIM; kept here until there is room on disk or the database is back. True when
     * it is committed or on disk at once.
     */
    boolean direct(String hex) {
        ReceivedPdu pdu = new ReceivedPdu(line, simIdentity, hex);
        keepOnDisk();
        if (kept.isEmpty() && ((!resting() && attempt(() -> inOrder(pdu))) || overflow.keep(pdu))) {
            return true;
        }
        if (!kept.add(pdu)) {
            LOG.log(Level.SEVERE, "line {0}: too many direct messages while the database is away; one is lost", line);
        }
        return false;
    }

    /** Brings what is kept here to disk as far as there is room, in its order: at the end of a session nobody may come back. */
    void keepOnDisk() {
        kept.empty(overflow::keep);
    }

    /**
     * Whether a direct message may be acknowledged: when it is whole, or comes again just as short as it came before. One
     * that lost octets on the wire comes again unless it is acknowledged.
     */
    boolean trusts(Unsolicited event) {
        boolean again = !event.pdu().isEmpty() && event.pdu().equals(shortBefore);
        shortBefore = event.whole() || again ? "" : event.pdu();
        return event.whole() || again;
    }

    /** Notes a call; kept here until it is committed. */
    void missedCall(String caller) {
        Call call = new Call(caller, clock.instant());
        boolean noted = calls.isEmpty() && !resting() && attempt(() -> note(call));
        if (!noted && !calls.add(call)) {
            LOG.log(Level.SEVERE, "line {0}: too many calls while the database is away; one is not noted", line);
        }
    }

    private boolean waits() {
        return !kept.isEmpty() || !calls.isEmpty();
    }

    private void note(Call call) {
        intake.missedCall(line, call.caller(), call.at());
    }

    private static byte[] raw(Call call) {
        return ("call from " + call.caller()).getBytes(StandardCharsets.UTF_8);
    }

    /** Tells a person of something no code can read. True once it is committed. */
    boolean quarantined(String why, byte[] raw) {
        return attempt(() -> intake.quarantine(line, why, raw));
    }

    /** Whatever goes wrong in storing, the copy stays and the line lives: the one place that forgives every failure. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            away = waits();
            refused = false;
            pause = firstPause;
            return true;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            failed(e);
            return false;
        }
    }

    private void failed(Throwable why) {
        LOG.log(
                pause == firstPause ? Level.WARNING : Level.FINE,
                "line {0}: cannot store, keeping the copy: {1}",
                new Object[] {line, why.getClass().getSimpleName()});
        away = true;
        refused = SqlFailure.isRefusal(why);
        passing = SqlFailure.isPassing(why);
        retryAt = System.nanoTime() + pause;
        pause = Math.min(2 * pause, longestPause);
    }
}
