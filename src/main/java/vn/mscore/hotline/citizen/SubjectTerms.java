package vn.mscore.hotline.citizen;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/**
 * How the day by which a request about one's own data must be completed moves (NĐ 356/2025): each way once, before that day
 * has passed, with a reason that the citizen is told whole. Days are calendar days: the decree counts only the first answer
 * in working days. Who may: the caller has checked. Needs a transaction.
 *
 * <p>Refusals of both: {@code request.state} (completed), {@code request.overdue} (too late), {@code request.reason} (10 to
 * 160 characters), {@code request.reason-parts} (the text to the citizen would be longer than
 * {@code hotline.sms.maxSegments.reply} parts).
 */
public interface SubjectTerms {
    /** Days from receipt. */
    int OWN_DAYS = 15;

    /** Days from receipt when third parties, or those who process for us, hold or received the data. */
    int THIRD_PARTY_DAYS = 20;

    /** The most days of the one extension. */
    int EXTENSION_DAYS = 15;

    /** Most characters of a reason. */
    int LONGEST_REASON = 160;

    /** Third parties are involved: 20 days from receipt, the extension besides. Refusal: {@code request.third-parties} (noted). */
    Optional<Reason> involveThirdParties(SubjectRequest request, Because because);

    /** 15 days more. Refusal: {@code request.extended} (once only). */
    Optional<Reason> extend(SubjectRequest request, Because because);

    /** Why, in words for the citizen, and who says so. Prints as nothing. */
    record Because(String words, String by) {
        @Override
        public String toString() {
            return "[because]";
        }
    }
}
