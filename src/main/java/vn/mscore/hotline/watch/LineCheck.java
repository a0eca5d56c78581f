package vn.mscore.hotline.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of one line.
 *
 * @param silence office minutes since something came in
 * @param silenceLimit office minutes after which that is an alarm, 0 for never
 * @param silent whether it is one; never for a line that another node works
 * @param probe the newest text to ourselves, empty when none was sent
 * @param balance what the SIM last said, empty when it was never asked
 */
public record LineCheck(
        String line,
        long silence,
        long silenceLimit,
        boolean silent,
        Optional<Probe> probe,
        Optional<Balance> balance) {
    /** A text to ourselves; {@code lost} when it is not back after its time. */
    public record Probe(Instant sent, Optional<Instant> back, boolean lost) {
        /** LOST, BACK or UNDERWAY. */
        public String state() {
            return lost ? "LOST" : back.isPresent() ? "BACK" : "UNDERWAY";
        }
    }

    /**
     * An answer of the SIM.
     *
     * @param asked when it was asked last
     * @param dong what is on it
     * @param expires its last day
     */
    public record Balance(Instant asked, OptionalInt dong, Optional<LocalDate> expires) {}
}
