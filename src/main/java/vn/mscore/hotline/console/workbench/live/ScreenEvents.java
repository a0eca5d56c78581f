package vn.mscore.hotline.console.workbench.live;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseTouched;
import vn.mscore.hotline.complaint.ComplaintRegistered;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.score.ScoreRecorded;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.CallbackBooked;
import vn.mscore.hotline.switchboard.CallbackSettled;
import vn.mscore.hotline.switchboard.LineMoved;

/**
 * The table {@code console_event}: written in the transaction of what happened, read by every node. Sealed cases write
 * nothing, and one that has just become sealed is forgotten here without a word: a sign at that moment would tell every
 * screen that something was sealed. Lists drop it at their next beat, which comes each minute whatever happened.
 */
@Singleton
public class ScreenEvents {
    private static final int MOST = 500;

    private final Sql sql;
    private final Clock clock;
    private final Positions positions;

    /** Works in the running transaction. */
    @Inject
    public ScreenEvents(Sql sql, Clock clock, Positions positions) {
        this.sql = sql;
        this.clock = clock;
        this.positions = positions;
    }

    /**
     * Something to be shown anew.
     *
     * @param line whether it is the line of waiting callers
     * @param ticket the case; empty when it is none, but what else the desk has to do, or the line
     */
    public record Event(long id, boolean line, Optional<TicketNumber> ticket) {}

    void registered(@Observes ComplaintRegistered fact) {
        if (!fact.secret()) {
            write(fact.ticket());
        }
    }

    void touched(@Observes CaseTouched fact) {
        if (!fact.secret()) {
            write(fact.ticket());
        } else if (fact.deed().equals("seal")) {
            sql.update(
                    "delete from console_event where ticket = ?", fact.ticket().digits());
        }
    }

    void booked(@Observes CallbackBooked fact) {
        refresh();
    }

    void settled(@Observes CallbackSettled fact) {
        refresh();
    }

    void scored(@Observes ScoreRecorded fact) {
        if (fact.listed()) {
            refresh();
        }
    }

    void moved(@Observes LineMoved fact) {
        sql.update("insert into console_event (at, kind) values (?, 'LINE')", clock.instant());
    }

    private void write(TicketNumber ticket) {
        sql.update(
                "insert into console_event (at, kind, ticket) values (?, 'CASE', ?)", clock.instant(), ticket.digits());
    }

    /** What the desk has to do beside cases has changed: its lists load anew. */
    public void refresh() {
        sql.update("insert into console_event (at, kind) values (?, 'REFRESH')", clock.instant());
    }

    /** What came after {@code id}, oldest first, at most 500. */
    List<Event> after(long id) {
        return sql.rows(
                "select id, kind, ticket from console_event where id > ? order by id limit ?",
                row -> new Event(
                        row.number("id"),
                        row.text("kind").equals("LINE"),
                        Optional.ofNullable(row.text("ticket")).map(TicketNumber::new)),
                id,
                MOST);
    }

    /** The newest id, 0 when there is none. */
    long newest() {
        return sql.first("select coalesce(max(id), 0) as n from console_event", row -> row.number("n"))
                .orElse(0L);
    }

    /** Where a screen stands that is made now, to be told what comes after it. */
    public String position() {
        return positions.sealed(newest());
    }

    /** Forgets what nobody will ask for again. */
    int forgetBefore(Instant at) {
        return sql.update("delete from console_event where at < ?", at);
    }
}
