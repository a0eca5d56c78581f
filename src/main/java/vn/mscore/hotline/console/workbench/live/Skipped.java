package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** What somebody has let pass for today. Needs a transaction; the caller checked the sight. */
@Singleton
public class Skipped {
    private final Sql sql;
    private final Clock clock;

    /** Works on {@code console_skip}. */
    @Inject
    public Skipped(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code viewer} goes on without it. */
    public void skip(Viewer viewer, TicketNumber ticket) {
        sql.update(
                "insert into console_skip (account, ticket, at) values (?, ?, ?) on duplicate key update at = values(at)",
                viewer.account(),
                ticket.digits(),
                clock.instant());
    }

    /** What {@code viewer} has let pass today. */
    public List<TicketNumber> by(Viewer viewer) {
        return sql.rows(
                "select ticket from console_skip where account = ? and at > ?",
                row -> new TicketNumber(row.text("ticket")),
                viewer.account(),
                LocalDate.ofInstant(clock.instant(), Shown.ZONE)
                        .atStartOfDay(Shown.ZONE)
                        .toInstant());
    }

    /** Forgets what was let pass before {@code at}; how many. */
    int forgetBefore(Instant at) {
        return sql.update("delete from console_skip where at < ?", at);
    }
}
