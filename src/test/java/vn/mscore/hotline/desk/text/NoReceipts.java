package vn.mscore.hotline.desk.text;

import java.util.Optional;
import vn.mscore.hotline.complaint.SealedReceipts;
import vn.mscore.hotline.shared.TicketNumber;

/** Nobody has a code to come back with. */
final class NoReceipts implements SealedReceipts {
    @Override
    public boolean holds(TicketNumber ticket, String code) {
        return false;
    }

    @Override
    public Optional<Progress> progress(TicketNumber ticket, String code) {
        return Optional.empty();
    }

    @Override
    public boolean addText(TicketNumber ticket, String code, String text, String source) {
        return false;
    }
}
