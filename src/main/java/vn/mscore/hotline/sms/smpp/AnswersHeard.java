package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUStringException;

/**
 * Proves from time to time that the centre has our answers, as it answers something that we wrote after them, and keeps the
 * proof where another start finds it: without it the same words written again would be taken for a repetition. Used by
 * the thread of one session.
 */
final class AnswersHeard {
    private static final Logger LOG = Logger.getLogger(AnswersHeard.class.getName());

    private final Reception reception;
    private final SmppLink link;
    private final Duration silence;
    private final long pause;
    private final long opened = System.nanoTime();
    private UUID stretch = UUID.randomUUID();
    private long since;
    private boolean begun;
    private long told;
    private Sample sample;
    private long looked = System.nanoTime();

    /**
     * What was settled, and what is to be answered after it.
     *
     * @param until everything stored before is answered
     * @param mark a place in what we wrote, behind those answers
     * @param answered how many there were
     */
    private record Sample(long until, int mark, long answered) {}

    /** Made before the connection is bound, as some centres deliver in the same breath; {@code silence} is how long the centre may take to answer. */
    AnswersHeard(Reception reception, SmppLink link, Duration silence, Duration pause) {
        this.reception = reception;
        this.link = link;
        this.silence = silence;
        this.pause = pause.toNanos();
        begin();
    }

    /** Called a few times a second. */
    void look() throws LinkLost, TimeoutException, PDUStringException {
        if (!begun) {
            begin();
        } else if (sample != null && link.reached(sample.mark())) {
            confirm();
        } else if (System.nanoTime() - looked > pause) {
            looked = System.nanoTime();
            next();
        }
    }

    /** What came by an earlier connection and is still in hand may never be heard: the stretch begins after it. */
    private void begin() {
        begun = reception.settledBefore() - opened > 0;
        since = System.nanoTime();
    }

    private void next() throws LinkLost, TimeoutException, PDUStringException {
        if (sample == null) {
            take();
        } else {
            link.ask((composer, number) -> composer.enquireLink(number), silence);
        }
    }

    private void take() {
        long now = System.nanoTime();
        long answered = reception.answered();
        if (answered != told) {
            long until = reception.settledBefore();
            // With something in hand, what was answered last is not all in it.
            sample = new Sample(until, link.mark(), until - now < 0 ? told : answered);
        }
    }

    private void confirm() {
        Sample proven = sample;
        sample = null;
        reception.sinceDoubt().ifPresent(ago -> newStretch(System.nanoTime() - ago));
        if (proven.until() - since <= 0) {
            return;
        }
        try {
            reception.note(stretch, since, proven.until());
            told = proven.answered();
        } catch (RuntimeException e) {
            // The database is away; what is not kept is only in doubt.
            LOG.log(
                    Level.FINE,
                    "what was heard could not be kept: {0}",
                    e.getClass().getName());
        }
    }

    private void newStretch(long doubted) {
        if (doubted - since > 0) {
            since = doubted;
            stretch = UUID.randomUUID();
        }
    }

    /** Ends the session, whose last answer is the last proof. */
    void unbind(Duration limit) throws LinkLost, TimeoutException, PDUStringException {
        sample = null;
        take();
        link.ask((composer, number) -> composer.unbind(number), limit);
        if (begun && sample != null && link.reached(sample.mark())) {
            confirm();
        }
    }
}
