package vn.mscore.hotline.sms;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * PORT: a way to the network. It has threads of its own, hands what comes in to {@link Intake} and is asked to send by the
 * outbox pump: one message at a time, or as many as its window holds.
 */
public interface SmsLine {
    /** The deployer's name for it, as in {@code hotline.sms.modems}. */
    String name();

    /** What its own settings begin with: its pace and its daily cap stand behind it. */
    default String settingsKey() {
        return "hotline.sms.modem." + name();
    }

    /** How many messages may wait for the network's answer at the same time: one for a modem. */
    default int window() {
        return 1;
    }

    /** Starts its threads and returns at once; the line becomes ready later, and again after every loss. */
    void start(Intake intake);

    /**
     * Sends one message and waits for the network's answer to every part. Called by at most {@link #window} threads at a time.
     *
     * @param sms where and what; parts and alphabet are the line's business
     */
    SendOutcome send(Submission sms);

    /** How to ask its SIM for the balance; empty when there is no SIM that this node could ask. */
    default Optional<UssdQuery> ussd() {
        return Optional.empty();
    }

    /** What people and the health check see of it. */
    LineState state();

    /** Tells the threads to stop when they can, and returns at once: so that {@link #stop} of many lines takes as long as one. */
    default void askToStop() {}

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
