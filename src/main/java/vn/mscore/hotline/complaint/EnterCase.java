package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** A case written down for somebody who is standing at the counter or on the phone. */
public interface EnterCase {
    /**
     * Registers it under the clerk's name. The text must have been read back and confirmed. Refusals:
     * {@code case.not-yours}, {@code case.words}, {@code case.read-back}. Opens its own transaction.
     */
    Entered enter(Viewer clerk, Entry entry);

    /** How somebody came to us. */
    enum Channel {
        /** In person. */
        WALK_IN,
        /** By phone, written down by an operator. */
        PHONE,
        /** A letter. */
        LETTER,
        /** A visit of ours. */
        HOME_VISIT
    }

    /**
     * What was said.
     *
     * @param phone to tell the answer to, empty when there is none
     * @param cannotWrite the person cannot read or write
     * @param readBack the text was read back and confirmed (NĐ 154/2026 art. 14.1)
     */
    record Entry(
            Channel channel,
            ComplaintKind kind,
            Optional<PhoneNumber> phone,
            Optional<DossierCode> dossier,
            String text,
            boolean cannotWrite,
            boolean readBack) {}

    /** What it became. */
    record Entered(Optional<Reason> refusal, Optional<TicketNumber> ticket, Optional<LocalDate> due, boolean secret) {}
}
