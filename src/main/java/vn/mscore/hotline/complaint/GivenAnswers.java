package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: what the office answered. Needs a transaction. */
public interface GivenAnswers {
    /** The newest answer to a ticket; to a merged one what was answered together with the other, not what was before. */
    Optional<String> newest(Complaint complaint);

    /** Who gave the newest answer: a login. */
    Optional<String> answeredBy(Complaint complaint);

    /** The day its citizen heard the newest answer by telephone: read to him, or at the key; empty while he has not. */
    Optional<LocalDate> heardOn(Complaint complaint);

    /** Whether a case answered in the last sixty days was closed without a verdict of its citizen: by the clock, or by the desk. */
    boolean isClosedUnheard(Complaint complaint);

    /** The same as {@link #withoutVerdict} of tickets that are closed already. */
    List<TicketNumber> closedUnheard(PhoneNumber phone, int limit);

    /** At most {@code limit} tickets of a number, answered in the last sixty days, that nobody has judged; none of the sealed lane. */
    List<TicketNumber> withoutVerdict(PhoneNumber phone, int limit);

    /** The day a merged case was answered together with the other, in the last sixty days, unless its citizen has judged that answer. */
    Optional<LocalDate> togetherUnjudged(Complaint complaint);

    /** The merged tickets of a number with such an answer. */
    List<TicketNumber> togetherUnjudged(PhoneNumber phone);

    /** At most {@code limit} merged cases with such an answer until {@code day} whose citizens were not asked about it, oldest first. */
    List<Long> togetherUnasked(LocalDate day, int limit);
}
