package vn.mscore.hotline.complaint.life;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;

/** PORT: what may be promised for a case of a kind and category. */
public interface Deadlines {
    /**
     * The day of the answer, counted from the day after {@link #since}, else after receipt; the day that was told anew where
     * that stands.
     */
    LocalDate answer(Complaint complaint, ComplaintKind kind, String category);

    /** The day its promise counts from already, as a khiếu nại that stays one: the citizen was told so when he chose it. */
    Optional<LocalDate> since(Complaint complaint, ComplaintKind kind);
}
