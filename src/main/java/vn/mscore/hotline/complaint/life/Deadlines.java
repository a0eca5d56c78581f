package vn.mscore.hotline.complaint.life;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;

/** PORT: what may be promised for a case of a kind and category. */
public interface Deadlines {
    /** When it is answered as one of these. */
    Answer answer(Complaint complaint, ComplaintKind kind, String category);

    /**
     * When a case is answered.
     *
     * @param due the last day, counted from the day after {@code since}, else after receipt; the day that was told anew where
     *     that stands, and never later than one told with the office
     * @param since the day its promise counts from already, as a khiếu nại that stays one: the citizen was told so when he
     *     chose it
     */
    record Answer(LocalDate due, Optional<LocalDate> since) {}
}
