package vn.mscore.hotline.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/**
 * What the offices do with requests about one's own data (NĐ 356/2025): acknowledged within 2 working days, completed by the
 * day of {@link SubjectTerms}. Who may: the caller has checked. Needs a transaction.
 */
public interface SubjectDesk {
    /** Open ones by the day they must be completed, then the newest completed ones; at most 200. */
    List<SubjectRequest> all();

    /** How many open ones press today. */
    Pressing pressing();

    /**
     * Open requests that somebody must see to.
     *
     * @param soon to be acknowledged today or completed within {@link SubjectRequest#SOON_DAYS} days
     * @param late of those whose day has passed
     */
    record Pressing(int soon, int late) {}

    /** One by its number. */
    Optional<SubjectRequest> find(String number);

    /** What was said, oldest first. */
    List<Said> words(SubjectRequest request);

    /**
     * Words of the citizen. Prints as nothing.
     *
     * @param channel {@code SMS}, or how the person came to the desk
     * @param takenBy the account that wrote it down and read it back, empty of a text
     */
    record Said(Instant at, String channel, SubjectWish wish, String text, Optional<String> takenBy) {
        /** The same, as if nothing but the wish had been said. */
        public Said onlyTheWish() {
            return new Said(at, channel, wish, wish.command(), takenBy);
        }

        @Override
        public String toString() {
            return "[said]";
        }
    }

    /** Says that it was acknowledged. Refusal: {@code request.state}. */
    Optional<Reason> acknowledge(SubjectRequest request, String by);

    /** Notes that what may be erased was erased. Refusal: {@code request.state}. */
    Optional<Reason> erased(SubjectRequest request, String by);

    /**
     * Completes it and tells {@link SubjectRequestEnded}. Refusals: {@code request.state}, {@code request.note} (a refusal
     * needs 10 to 500 characters), {@code request.reason-parts} (its reason is more texts than allowed),
     * {@code request.not-erased} (nothing was erased yet).
     */
    Optional<Reason> complete(SubjectRequest request, Ending ending, String by);

    /** How it ended. */
    record Ending(Outcome outcome, String note) {}

    /** What was done. */
    enum Outcome {
        /** The data were handed over. */
        EXPORTED,
        /** What may be erased was erased. */
        ERASED,
        /** Answered in another way: corrected, restricted, explained. */
        ANSWERED,
        /** Refused for a reason of the law. */
        REFUSED
    }
}
