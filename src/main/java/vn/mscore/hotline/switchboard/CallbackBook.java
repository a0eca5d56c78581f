package vn.mscore.hotline.switchboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Call-backs as the desk works them off; those in the pause after a try are left out until it is over. The caller has checked
 * who asks. Needs a transaction.
 */
public interface CallbackBook {
    /** Open ones in the order of their promise, after a day and id; at most {@code limit}. */
    List<Wish> waiting(LocalDate afterDay, long afterId, int limit);

    /** How many are open, counted up to {@code limit}. */
    int count(int limit);

    /** What is read out by an open one; empty for what somebody asked for. */
    Optional<Readout> readout(long id);

    /** The number of an open one. */
    Optional<PhoneNumber> number(long id);

    /**
     * Closes it, {@link Outcome#NOT_REACHED} only at the last try: before that it comes again after a pause, and in the pause
     * the try is counted already. False when it is not open.
     */
    boolean done(long id, Outcome outcome, String login);

    /** What a number asked for, newest first. */
    List<Wish> of(PhoneNumber phone, int limit);

    /** What came of it. */
    enum Outcome {
        /** Somebody answered. */
        REACHED,
        /** Three tries, nobody there. */
        NOT_REACHED,
        /** The number is not the one of the person who asked. */
        WRONG_NUMBER,
        /** The person needs nothing any more. */
        NO_NEED
    }

    /**
     * Somebody wants to be called.
     *
     * @param asks how often it was asked for
     * @param tries how often nobody answered
     * @param channel where it comes from: {@code SMS}, {@code IVR}, {@code QUEUE} (pressed the key), {@code ABANDONED}, {@code MISSED},
     *     or that of a {@link Readout}
     * @param outcome empty while open
     */
    record Wish(
            long id,
            PhoneNumber phone,
            Instant askedAt,
            LocalDate promisedFor,
            int asks,
            int tries,
            String channel,
            Optional<Outcome> outcome) {
        /** What is to be read out, empty for what somebody asked for. */
        public Optional<Readout> readout() {
            return Readout.of(channel);
        }
    }
}
