package vn.mscore.hotline.complaint.life;

import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: the offices whose answer to a case its citizen was not content with. Needs a transaction. */
public interface Rejected {
    /** Notes one. */
    void add(Complaint complaint, UnitCode unit);

    /** All of them; none of a case of the secret lane. */
    List<UnitCode> of(Complaint complaint);
}
