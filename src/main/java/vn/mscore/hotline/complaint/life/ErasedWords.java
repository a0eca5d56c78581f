package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.complaint.Complaint;

/** PORT: what is gone of cases whose time was over. Needs a transaction. */
public interface ErasedWords {
    /** Whether words of this case were erased: who took it up again would have nothing to work on. */
    boolean isErased(Complaint complaint);
}
