package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a line did since an instant, out of the tables. Needs a transaction. */
public interface LineDays {
    /** One entry for every line that took in something in the last seven days or sent something since {@code from}. */
    List<LineDay> since(Instant from);

    /** When {@code line} took in its newest message after {@code from}, by whatever node; empty when there is none. */
    Optional<Instant> lastReceived(String line, Instant from);

    /** Answers that grew too old to be sent, {@code from} that instant on. */
    int expiredAnswers(Instant from);

    /**
     * A line.
     *
     * @param received whole messages since {@code from}
     * @param sent messages the network took since {@code from}
     * @param lastReceived the newest within seven days, empty when there is none
     */
    record LineDay(String line, long received, long sent, Optional<Instant> lastReceived) {}
}
