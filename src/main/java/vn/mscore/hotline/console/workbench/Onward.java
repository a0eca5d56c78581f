package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;

/** Where to go when something is done: stay, or on to the next case of the morning. */
@Singleton
public class Onward {
    private final Queue queue;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public Onward(Queue queue, InTransaction transaction) {
        this.queue = queue;
        this.transaction = transaction;
    }

    URI same(Grip grip) {
        return URI.create("/console/cases/" + grip.ticket());
    }

    /** The first other case that waits; the queue when there is none. */
    URI after(Grip grip) {
        Group group = grip.viewer().is(Role.OPERATOR) ? Group.UNCLASSIFIED : Group.OPEN;
        Optional<TicketNumber> next =
                transaction.call(() -> queue.firstCases(grip.viewer(), CaseFilter.of(group)).stream()
                        .flatMap(item -> item.ticket().stream())
                        .filter(ticket -> !ticket.equals(grip.ticket()))
                        .findFirst());
        String where = next.map(ticket -> "/console/cases/" + ticket).orElse("/console/queue");
        return URI.create(where + "?done=" + grip.ticket());
    }
}
