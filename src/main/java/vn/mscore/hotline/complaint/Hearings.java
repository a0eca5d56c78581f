package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.TicketNumber;

/** Whether the citizen knows the answer that no text took to him. Needs a transaction; does nothing unless the case waits for his verdict. */
public interface Hearings {
    /** He heard it and was asked whether he is content: from {@code actor}, or by himself. The ten working days of his silence begin, once for an answer. */
    void heard(TicketNumber ticket, String actor);

    /** Whoever called did not reach him, and nobody calls again for this. */
    void missed(TicketNumber ticket, String actor);
}
