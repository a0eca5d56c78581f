package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.life.Reach;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Asks the row filter of the reading side, so that nobody can act on what he cannot see (ADR 12). */
@Singleton
public class SqlReach implements Reach {
    private final Sql sql;
    private final Sights sights;

    /** Filters by {@code sights}. */
    @Inject
    SqlReach(Sql sql, Sights sights) {
        this.sql = sql;
        this.sights = sights;
    }

    @Override
    public boolean covers(Viewer viewer, TicketNumber ticket) {
        Sight sight = sights.open(viewer).and("c.ticket = ?", ticket.digits());
        return sql.exists("select c.id from complaint c where " + sight.sql(), sight.with());
    }
}
