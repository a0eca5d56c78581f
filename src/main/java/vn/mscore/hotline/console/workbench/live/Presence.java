package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Who has a case open: each page says so three times a minute. Needs a transaction; the caller checked the sight. */
@Singleton
public class Presence {
    private static final Duration FRESH = Duration.ofSeconds(45);

    private final Sql sql;
    private final Clock clock;

    /** Works on {@code console_presence}. */
    @Inject
    public Presence(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code viewer} is looking. */
    public void looking(Viewer viewer, TicketNumber ticket) {
        sql.update(
                "insert into console_presence (ticket, account, name, role, unit, at) values (?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update name = values(name), at = values(at)",
                ticket.digits(),
                viewer.account(),
                viewer.name(),
                viewer.role(),
                viewer.unit().map(UnitCode::value),
                clock.instant());
    }

    /** The names of the others who are; people of an office see only their own colleagues. */
    public List<String> others(Viewer viewer, TicketNumber ticket) {
        Optional<String> office = viewer.is(Role.OPERATOR)
                ? Optional.empty()
                : Optional.of(viewer.unit().map(UnitCode::value).orElse(""));
        return sql.rows(
                "select name from console_presence where ticket = ? and account <> ? and at > ?"
                        + " and (? is null or unit = ?) order by name limit 10",
                row -> row.text("name"),
                ticket.digits(),
                viewer.account(),
                clock.instant().minus(FRESH),
                office,
                office);
    }

    /** The cases that others of the same desk or office are looking at. */
    public List<TicketNumber> elsewhere(Viewer viewer) {
        return sql.rows(
                "select distinct ticket from console_presence where account <> ? and at > ? and role = ? and unit <=> ?",
                row -> new TicketNumber(row.text("ticket")),
                viewer.account(),
                clock.instant().minus(FRESH),
                viewer.role(),
                viewer.unit().map(UnitCode::value));
    }

    /** Forgets who looked before {@code at}; how many. */
    int forgetBefore(Instant at) {
        return sql.update("delete from console_presence where at < ?", at);
    }
}
