package vn.mscore.hotline.sms;

import java.time.Duration;
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

    /** How fast it sends unless its settings say otherwise, N/min or N/s: operators block SIMs that send in bursts. */
    default String usualPace() {
        return "20/min";
    }

    /** How many parts it sends in a day unless its settings say otherwise. */
    default int usualDailyCap() {
        return 1000;
    }

    /** Whether a text the network put off counts as one of the day, until that is counted anew: so it does where the line is a SIM. */
    default boolean countsFailedTries() {
        return false;
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

    /**
     * Tells {@code intake} once more of octets of this line that were kept for a person; false when it cannot read them. The
     * line need not be started.
     */
    default boolean readAgain(byte[] raw, Intake intake) {
        return false;
    }

    /** What people and the health check see of it. */
    LineState state();

    /** Tells the threads to stop when they can, and returns at once: so that {@link #stop} of many lines takes as long as one. */
    default void askToStop() {}

    /** Stops within ten seconds, leaving the port free. */
    void stop();

    /**
     * A message on its way out.
     *
     * @param outboxId lets the line journal references of parts
     * @param validity for how long from now the network may try; a line tells it to the network in its own way
     */
    record Submission(long outboxId, PhoneNumber to, String text, Duration validity) {
        private static final Duration ONE_DAY = Duration.ofDays(1);

        /** A message that is worth a day. */
        public Submission(long outboxId, PhoneNumber to, String text) {
            this(outboxId, to, text, ONE_DAY);
        }
    }

    /**
     * What became of a submission.
     *
     * @param references the network's (TP-MR 0..255 for a modem), one per part it took
     * @param parts how many parts the text has, sent or not; 0 when the line did not get that far
     * @param reports how many delivery reports will tell of all of it; 0 when not known
     */
    record SendOutcome(Result result, List<String> references, String reason, int parts, int reports) {
        /** When all parts have references, or nobody knows how many there are. */
        public SendOutcome(Result result, List<String> references, String reason) {
            this(
                    result,
                    references,
                    reason,
                    result == Result.SENT ? references.size() : 0,
                    result == Result.SENT ? references.size() : 0);
        }

        /** The same of a text of {@code parts} parts, which {@code reports} delivery reports tell of. */
        public SendOutcome ofParts(int parts, int reports) {
            return new SendOutcome(result, references, reason, parts, reports);
        }

        /** For how many parts the network may charge: all of them once it may have the text, else those it took. */
        public int charged() {
            boolean mayHaveIt = result == Result.SENT || result == Result.UNKNOWN;
            return mayHaveIt ? Math.max(1, parts) : references.size();
        }

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
