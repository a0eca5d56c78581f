package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Where to go when something is done: stay, or on to the next case of the morning. */
@Singleton
public class Onward {
    private static final String QUEUE = "/console/queue";
    private static final String CASES = "/console/cases/";

    private final CaseList list;
    private final NextCase next;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public Onward(CaseList list, NextCase next, InTransaction transaction) {
        this.list = list;
        this.next = next;
        this.transaction = transaction;
    }

    /** The case; the queue when it went out of this viewer's sight by what he did, to another office or into the sealed lane. */
    URI same(Grip grip) {
        boolean seen =
                transaction.call(() -> list.row(grip.viewer(), grip.ticket())).isPresent();
        return URI.create(seen ? CASES + grip.ticket() : QUEUE);
    }

    /** The case, which says why it was classified only and not sent. */
    URI notSent(Grip grip, Reason reason) {
        return URI.create(CASES + grip.ticket() + "?refused=" + reason.code());
    }

    /** The next case, or the queue when there is none, with what was done. */
    URI after(Grip grip) {
        Optional<TicketNumber> ticket = transaction.insist(() -> next.after(grip.viewer(), grip.ticket()));
        return URI.create(ticket.map(one -> CASES + one).orElse(QUEUE) + "?done=" + grip.ticket());
    }

    /** The same without having decided this one, which is left for later; empty when he may not see it. */
    Optional<URI> past(Viewer viewer, TicketNumber ticket) {
        return transaction.insist(() -> list.row(viewer, ticket)
                .map(row -> next.past(viewer, ticket))
                .map(after -> URI.create(after.map(one -> CASES + one).orElse(QUEUE))));
    }
}
