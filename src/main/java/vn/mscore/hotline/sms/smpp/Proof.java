package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUStringException;

/**
 * Makes a centre answer something (enquire_link), which proves that it has read our answers before. Everybody waits behind
 * the question: a connection on which none came is not asked again for a while. Of one thread.
 */
final class Proof {
    private static final Logger LOG = Logger.getLogger(Proof.class.getName());

    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a silent connection is left alone. */
    static final Duration REST = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private Object silent;
    private long silentAt;

    /** By the clock {@code nanos}. */
    Proof(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What is asked. */
    @FunctionalInterface
    interface Question {
        /** Returns when it was answered. */
        void put() throws LinkLost, TimeoutException, PDUStringException;
    }

    /** Asks, and waits until {@code link} answers or does not. */
    void ask(SmppLink link) {
        ask(link, () -> link.ask((composer, number) -> composer.enquireLink(number), PATIENCE));
    }

    void ask(Object link, Question question) {
        if (link.equals(silent) && nanos.getAsLong() - silentAt < REST.toNanos()) {
            return;
        }
        try {
            question.put();
            silent = null;
        } catch (LinkLost | TimeoutException | PDUStringException e) {
            silent = link;
            silentAt = nanos.getAsLong();
            LOG.log(Level.FINE, "no proof: {0}", e.getMessage());
        }
    }
}
