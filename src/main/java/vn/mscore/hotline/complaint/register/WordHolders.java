package vn.mscore.hotline.complaint.register;

import java.util.List;
import vn.mscore.hotline.complaint.Complaint;

/** PORT: which cases hold what somebody said. Needs a transaction; what it finds it locks. */
public interface WordHolders {
    /** The cases that hold words of a citizen from any of {@code sources}, not erased, in the order they got them. */
    List<Complaint> of(List<String> sources);

    /** The case in which a case is worked on: the one it is merged into, else itself. */
    Complaint workedOn(Complaint complaint);
}
