package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.console.workbench.live.Presence;
import vn.mscore.hotline.console.workbench.live.Skipped;
import vn.mscore.hotline.shared.TicketNumber;

/** The next case of the morning: nobody else has taken it or looks at it, and whoever goes on has not let it pass. */
@Singleton
public class NextCase {
    private final CaseList list;
    private final Presence presence;
    private final Skipped skipped;

    /** Joined by CDI. */
    @Inject
    public NextCase(CaseList list, Presence presence, Skipped skipped) {
        this.list = list;
        this.presence = presence;
        this.skipped = skipped;
    }

    /** He counts as looking from now on: a colleague who goes on in the same moment is led elsewhere. Needs a transaction. */
    Optional<TicketNumber> after(Viewer viewer, TicketNumber last) {
        Set<TicketNumber> but = new HashSet<>(presence.elsewhere(viewer));
        but.addAll(skipped.by(viewer));
        but.add(last);
        Group group = viewer.is(Role.OPERATOR) ? Group.UNCLASSIFIED : Group.OPEN;
        Optional<TicketNumber> next = list.free(viewer, group, but);
        next.ifPresent(ticket -> presence.looking(viewer, ticket));
        return next;
    }

    /** The one after {@code ticket}, which is not offered to him again today. Needs a transaction. */
    Optional<TicketNumber> past(Viewer viewer, TicketNumber ticket) {
        skipped.skip(viewer, ticket);
        return after(viewer, ticket);
    }
}
