package vn.mscore.hotline.complaint.life;

import java.time.LocalDate;
import vn.mscore.hotline.complaint.Complaint;

/** PORT: moves the promised day of a case. Needs a transaction. */
public interface Extending {
    /** Notes the one extension, in working days; the day itself follows with the next line of the log. */
    void extend(Complaint complaint, int days);

    /** The same of a case merged into it, whose own day is {@code due} from now on. */
    void extendTogether(Complaint merged, int days, LocalDate due);
}
