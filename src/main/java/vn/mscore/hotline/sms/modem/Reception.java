package vn.mscore.hotline.sms.modem;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.Oddity;
import vn.mscore.hotline.sms.pdu.Pdu;
import vn.mscore.hotline.sms.pdu.PduException;
import vn.mscore.hotline.sms.pdu.StatusReportPdu;
import vn.mscore.hotline.sms.pdu.Udh;

/**
 * Hands what came in to the {@link Intake} and tells whether it is safe there. While the database is away everything
 * stays where it is: on the SIM, or here for what never was on the SIM.
 */
final class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class.getName());
    private static final int MOST_KEPT = 1000;
    private static final long FIRST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

    private final String line;
    private final Intake intake;
    private final Clock clock;
    private final Deque<Runnable> kept = new ArrayDeque<>();
    private String simIdentity;
    private long pause = FIRST_PAUSE;
    private long retryAt;
    private boolean away;

    Reception(String line, Intake intake, Clock clock) {
        this.line = line;
        this.intake = intake;
        this.clock = clock;
        this.simIdentity = line;
    }

    void simIdentity(String imsi) {
        simIdentity = imsi.isEmpty() ? line : imsi;
    }

    /** Whether storing failed and it is not yet time for another try. */
    boolean resting() {
        return away && System.nanoTime() - retryAt < 0;
    }

    /** Whether storing failed the last time. */
    boolean away() {
        return away;
    }

    /** Nanoseconds until the next try; 0 when due. */
    long restNanos() {
        return Math.max(0, retryAt - System.nanoTime());
    }

    /** Stores one message of a storage; true once it is committed and its copy may go. */
    boolean stored(String hex) {
        return attempt(() -> store(hex));
    }

    /** Stores a message that has no copy on the SIM; kept here until it is committed. True when committed at once. */
    boolean direct(String hex) {
        return keeping(() -> store(hex));
    }

    /** Notes a call; kept here until it is committed. */
    void missedCall(String caller) {
        java.time.Instant at = clock.instant();
        keeping(() -> intake.missedCall(line, caller, at));
    }

    /** Tells a person of something no code can read. True once it is committed. */
    boolean quarantined(String why, byte[] raw) {
        return attempt(() -> intake.quarantine(line, why, raw));
    }

    /** Tries again what is kept here. */
    void retryKept() {
        while (!kept.isEmpty() && attempt(kept.peek())) {
            kept.remove();
        }
    }

    private boolean keeping(Runnable work) {
        if (kept.isEmpty() && attempt(work)) {
            return true;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(work);
        } else {
            LOG.log(Level.SEVERE, "line {0}: too many direct messages while the database is away; one is lost", line);
        }
        return false;
    }

    /** Whatever goes wrong in storing, the copy stays and the line lives: the one place that forgives every failure. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            away = false;
            pause = FIRST_PAUSE;
            return true;
        } catch (RuntimeException e) {
            Level level = away ? Level.FINE : Level.WARNING;
            LOG.log(
                    level,
                    "line " + line + ": cannot store, keeping the copy: "
                            + e.getClass().getSimpleName());
            away = true;
            retryAt = System.nanoTime() + pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            return false;
        }
    }

    private void store(String hex) {
        byte[] raw = hex.getBytes(StandardCharsets.ISO_8859_1);
        try {
            raw = Pdu.octets(hex);
            switch (Pdu.kind(raw)) {
                case DELIVER -> store(DeliverPdu.decode(raw), raw);
                case STATUS_REPORT -> store(StatusReportPdu.decode(raw), raw);
                case SUBMIT -> intake.quarantine(line, "an outgoing message in the storage", raw);
            }
        } catch (PduException e) {
            intake.quarantine(line, e.getMessage(), raw);
        }
    }

    private void store(DeliverPdu pdu, byte[] raw) {
        if (!pdu.body().oddities().isEmpty()) {
            LOG.log(Level.INFO, "line {0}: odd message, {1}", new Object[] {
                line, pdu.body().oddities()
            });
        }
        Optional<OffsetDateTime> sentAt = pdu.sentAt().time();
        if (sentAt.isEmpty()) {
            LOG.log(Level.INFO, "line {0}: odd message, {1}", new Object[] {line, Oddity.TIMESTAMP_UNREADABLE});
        }
        intake.store(new Intake.ReceivedPart(
                line,
                simIdentity,
                pdu.sender().value(),
                pdu.body().text(),
                pdu.body().halfSurrogates(),
                pdu.fromMachine() ? Intake.ReceivedPart.Kind.MACHINE : Intake.ReceivedPart.Kind.TEXT,
                pdu.body().header().concat().flatMap(Reception::concat),
                sentAt.map(OffsetDateTime::toInstant),
                pdu.sentAt().hex(),
                raw));
    }

    /** A set of one, and a set that cannot be, is a message of its own. */
    private static Optional<Intake.Concat> concat(Udh.Concat concat) {
        return concat.possible() && concat.total() > 1
                ? Optional.of(new Intake.Concat(concat.reference(), concat.bits(), concat.total(), concat.number()))
                : Optional.empty();
    }

    private void store(StatusReportPdu pdu, byte[] raw) {
        intake.store(new Intake.ReceivedReport(
                line,
                Integer.toString(pdu.reference()),
                pdu.recipient().value(),
                pdu.status(),
                pdu.dischargedAt().time().map(OffsetDateTime::toInstant),
                raw));
    }

    /** A key of a message for comparing, not for storing. */
    static String fingerprint(String hex) {
        return Integer.toHexString(hex.toUpperCase(Locale.ROOT).hashCode()) + hex.length();
    }
}
