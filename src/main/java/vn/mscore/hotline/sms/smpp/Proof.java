package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUStringException;

/**
 * Makes a centre answer something (enquire_link), which proves that it has read our answers before. Everybody waits behind
 * the question: a connection on which none came is not asked again for a while, unless it has answered something since. Of
 * one thread.
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
    private BooleanSupplier speaks = () -> true;

    /** By the clock {@code nanos}. */
    Proof(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Asks, and waits until {@code link} answers or does not. */
    void ask(SmppLink link) {
        int mark = link.mark();
        Question question = () -> link.ask((composer, number) -> composer.enquireLink(number), PATIENCE);
        ask(link, question, () -> link.reached(mark));
    }

    /** The same; {@code answered} tells whether the connection has answered after all. */
    void ask(Object link, Question question, BooleanSupplier answered) {
        boolean resting = link.equals(silent) && nanos.getAsLong() - silentAt < REST.toNanos();
        if (resting && !speaks.getAsBoolean()) {
            return;
        }
        try {
            question.put();
        } catch (LinkLost | TimeoutException | PDUStringException e) {
            silent = link;
            silentAt = nanos.getAsLong();
            speaks = answered;
            LOG.log(Level.FINE, "no proof: {0}", e.getMessage());
        }
    }
}
