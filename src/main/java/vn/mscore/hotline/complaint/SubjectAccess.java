package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/**
 * What is known of a number, for the one it belongs to, handed over by an operator (ND 356/2025). Nothing sealed, no note of
 * the offices among themselves. Needs a transaction.
 */
public interface SubjectAccess {
    /** Code of the refusal of {@link #against}. */
    String OWN_INTEREST = "request.own-interest";

    /** Newest first, whole, every number in clear; none for who is no operator or is kept off by {@link #against}, asked once. */
    Own of(Viewer viewer, PhoneNumber phone);

    /**
     * Why another must answer this number: {@code request.own-interest}, one of its open cases is about an office the viewer
     * is related with. Each time it is asked, the first such case is written to the audit trail as {@code case.blocked}.
     */
    Optional<Reason> against(Viewer viewer, PhoneNumber phone);

    /** Whether {@code reason} is the one of {@link #against}. */
    static boolean isOwnInterest(Reason reason) {
        return reason.code().equals(OWN_INTEREST);
    }

    /** The lines, or why another must hand them over. */
    record Own(Optional<Reason> refusal, List<TimelineLine> lines) {}
}
