package vn.mscore.hotline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who waits and who talks with an operator. The caller has checked who asks. Needs a transaction. */
public interface WaitingLine {
    /** Those who wait, the first to be served first, then those who talk; at most 200. */
    List<WaitingCaller> now();

    /** The caller on an operator's telephone. */
    Optional<WaitingCaller> with(String device);

    /** How many wait, and since when the first of them. */
    Length length();

    /**
     * How long the line is.
     *
     * @param waiting callers without an operator
     * @param oldest when the first of them joined
     */
    record Length(int waiting, Optional<Instant> oldest) {}
}
