package vn.mscore.hotline.sms;

import java.util.List;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * PORT: a way to the network. One thread of its own per line; hands what comes in to {@link Intake} and is asked to send
 * one message at a time by the outbox pump.
 */
public interface SmsLine {
    /** The deployer's name for it, as in {@code hotline.sms.modems}. */
    String name();

    /** Starts its threads and returns at once; the line becomes ready later, and again after every loss. */
    void start(Intake intake);

    /**
     * Sends one message and waits for the network's answer to every part. Called by one thread at a time.
     *
     * @param sms where and what; parts and alphabet are the line's business
     */
    SendOutcome send(Submission sms);

    /** What people and the health check see of it. */
    LineState state();

    /** Stops within ten seconds, leaving the port free. */
    void stop();

    /** A message on its way out. {@code outboxId} lets the line journal references of parts. */
    record Submission(long outboxId, PhoneNumber to, String text) {}

    /** What became of a submission. References are the network's (TP-MR 0..255 for a modem), one per part sent. */
    record SendOutcome(Result result, List<String> references, String reason) {
        /** What to do next. */
        public enum Result {
            /** The network took every part. */
            SENT,
            /** Not sent; try again later. */
            RETRY,
            /** Nobody knows whether it was sent: no answer after the text was handed over. */
            UNKNOWN,
            /** Will never be sent. */
            REFUSED
        }
    }
}
