package vn.mscore.hotline.complaint;

import java.util.Optional;

/** PORT: what the office answered. Needs a transaction. */
public interface GivenAnswers {
    /** The newest answer to a ticket. */
    Optional<String> newest(Complaint complaint);
}
