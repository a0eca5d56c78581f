package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Which of some cases somebody may hear of. Needs a transaction. */
@Singleton
class Visible {
    private final Sights sights;
    private final Sql sql;

    @Inject
    Visible(Sights sights, Sql sql) {
        this.sights = sights;
        this.sql = sql;
    }

    Set<TicketNumber> of(Viewer viewer, Collection<TicketNumber> tickets) {
        List<String> digits =
                tickets.stream().map(TicketNumber::digits).distinct().toList();
        Sight sight = sights.open(viewer).andIn("c.ticket", digits);
        return new HashSet<>(sql.rows(
                "select c.ticket from complaint c where " + sight.sql(),
                row -> new TicketNumber(row.text("ticket")),
                sight.with()));
    }
}
