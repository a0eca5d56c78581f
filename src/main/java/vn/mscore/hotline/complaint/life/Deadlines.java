package vn.mscore.hotline.complaint.life;

import java.time.LocalDate;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;

/** PORT: what may be promised for a case of a kind and category. */
public interface Deadlines {
    /** The day of the answer, counted from the day after receipt; the day that was told anew where that stands. */
    LocalDate answer(Complaint complaint, ComplaintKind kind, String category);
}
