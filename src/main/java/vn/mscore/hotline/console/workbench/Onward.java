package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;

/** Where to go when something is done: stay, or on to the next case of the morning. */
@Singleton
public class Onward {
    private static final String QUEUE = "/console/queue";

    private final Queue queue;
    private final CaseList list;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public Onward(Queue queue, CaseList list, InTransaction transaction) {
        this.queue = queue;
        this.list = list;
        this.transaction = transaction;
    }

    /** The case; the queue when it went out of this viewer's sight by what he did, to another office or into the sealed lane. */
    URI same(Grip grip) {
        boolean seen =
                transaction.call(() -> list.row(grip.viewer(), grip.ticket())).isPresent();
        return URI.create(seen ? "/console/cases/" + grip.ticket() : QUEUE);
    }

    /** The first other case that waits; the queue when there is none. */
    URI after(Grip grip) {
        Group group = grip.viewer().is(Role.OPERATOR) ? Group.UNCLASSIFIED : Group.OPEN;
        Optional<TicketNumber> next =
                transaction.call(() -> queue.firstCases(grip.viewer(), CaseFilter.of(group)).stream()
                        .flatMap(item -> item.ticket().stream())
                        .filter(ticket -> !ticket.equals(grip.ticket()))
                        .findFirst());
        String where = next.map(ticket -> "/console/cases/" + ticket).orElse(QUEUE);
        return URI.create(where + "?done=" + grip.ticket());
    }
}
