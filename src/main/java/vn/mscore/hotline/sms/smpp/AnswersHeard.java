package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUStringException;

/**
 * Proves from time to time that the centre has our answers, as it soon answers what we ask right after them, and keeps the
 * proof where another start finds it: without it the same words written again would be taken for a repetition. Used by
 * the thread of one session that receives.
 */
final class AnswersHeard {
    private static final Logger LOG = Logger.getLogger(AnswersHeard.class.getName());

    /** Answers that are older than this and that of the proof together might have come too late. */
    private static final Duration MOST = Duration.ofMillis(7500);

    private static final long LEAP_MILLIS = 100;
    private static final long SETTLE_NANOS = 5_000_000;

    private final Reception reception;
    private final SmppLink link;
    private final Clock clock;
    private final ThreadFactory threads;
    private final long pause;
    private final long opened = System.nanoTime();
    private final AtomicBoolean noting = new AtomicBoolean();
    private volatile long told;
    private UUID stretch = UUID.randomUUID();
    private long since;
    private long offset;
    private boolean begun;
    private long looked = System.nanoTime();
    private long asked = System.nanoTime();

    /**
     * What was settled.
     *
     * @param until everything stored before is answered
     * @param answered how many that were
     */
    private record Sample(long until, long answered) {}

    /** Made before the connection is bound, as some centres deliver in the same breath. */
    AnswersHeard(Reception reception, SmppLink link, ThreadFactory threads, Clock clock, Duration silence) {
        this.reception = reception;
        this.link = link;
        this.threads = threads;
        this.clock = clock;
        this.pause = Math.min(MOST.toNanos(), silence.dividedBy(4).toNanos());
        begin();
    }

    /** Called a few times a second. */
    void look() throws LinkLost, TimeoutException, PDUStringException {
        long now = System.nanoTime();
        boolean stood = now - looked > SmppLink.STANDSTILL.toNanos();
        if (stood) {
            link.doubt();
        }
        if (!begun) {
            begin();
        } else if (stood || Math.abs(offset() - offset) > LEAP_MILLIS) {
            newStretch(now);
        } else if (now - asked > pause && reception.answered() != told && !noting.get()) {
            asked = now;
            prove();
        }
        looked = System.nanoTime();
        link.looked();
    }

    /** What came by an earlier connection and is still in hand may never be heard: the stretch begins after it. */
    private void begin() {
        begun = reception.settledBefore() - opened > 0;
        newStretch(System.nanoTime());
    }

    /** How far the wall clock is ahead of the other, in milliseconds: the inbox writes by the one, this reckons by the other. */
    private long offset() {
        return clock.millis() - System.nanoTime() / 1_000_000;
    }

    private void newStretch(long from) {
        since = from;
        offset = offset();
        stretch = UUID.randomUUID();
    }

    private void prove() throws LinkLost, TimeoutException, PDUStringException {
        Sample sample = sample();
        try {
            link.ask((composer, number) -> composer.enquireLink(number), Repeats.PROMPT);
        } catch (TimeoutException e) {
            link.doubt();
            newStretch(System.nanoTime());
            return;
        }
        if (proven(sample)) {
            note(sample);
        }
    }

    private Sample sample() {
        long now = System.nanoTime();
        long answered = reception.answered();
        long until = reception.settledBefore();
        // With something in hand, what was answered last is not all in it.
        return new Sample(until, until - now < 0 ? told : answered);
    }

    private boolean proven(Sample sample) {
        long now = System.nanoTime();
        reception.sinceDoubt().ifPresent(ago -> {
            if (now - ago - since > 0) {
                newStretch(now - ago);
            }
        });
        return begun && sample.until() - since > 0;
    }

    /** By a thread of its own: a database that hangs must not keep a session from being looked after. */
    private void note(Sample sample) {
        UUID name = stretch;
        long from = since;
        noting.set(true);
        try {
            threads.newThread(() -> noted(name, from, sample)).start();
        } catch (RuntimeException | OutOfMemoryError e) {
            noting.set(false);
            LOG.log(
                    Level.FINE,
                    "what was heard is kept later: {0}",
                    e.getClass().getName());
        }
    }

    /** The guard of the thread. */
    private void noted(UUID name, long from, Sample sample) {
        try {
            reception.note(name, from, sample.until());
            told = sample.answered();
        } catch (RuntimeException | OutOfMemoryError e) {
            // The database is away; what is not kept is only in doubt.
            LOG.log(
                    Level.FINE,
                    "what was heard could not be kept: {0}",
                    e.getClass().getName());
        } finally {
            noting.set(false);
        }
    }

    /** Ends the session, whose last answer is the last proof, after what is in hand was stored and answered. */
    void unbind(Duration limit) throws LinkLost, TimeoutException, PDUStringException {
        settle(limit);
        Sample sample = sample();
        link.ask((composer, number) -> composer.unbind(number), limit);
        if (proven(sample) && !noting.get()) {
            noted(stretch, since, sample);
        }
    }

    /** What is still in hand when the session ends would be in doubt, and so the same words written after the next start. */
    private void settle(Duration limit) {
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        while ((reception.settledBefore() - begin < 0 || noting.get()) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(SETTLE_NANOS);
        }
    }
}
