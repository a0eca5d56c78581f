package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.platform.ClockSteps;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/** Outbox rows nobody has in hand. One row at a time by its key: a range update would lock gaps others insert into. */
@Singleton
class SqlStrays {
    /** A process that dies again and again must not leave the same citizen without an answer for ever. */
    private static final String OUR_END = "the process ended while sending";

    private static final String IN_HAND = "select id from sms_outbox where state = 'SENDING' and sent_by = ?";
    private static final String ABANDONED =
            "select id from sms_outbox where state = 'SENDING' and sending_at < ? limit 100";
    private static final String LAPSED = "select line from sms_line_lease where until_at <= utc_timestamp(3)";
    private static final String FREE =
            "update sms_line_lease set node = '' where line in (%s) and until_at <= utc_timestamp(3)";
    private static final String ORPHANED = "select o.id from sms_outbox o join sms_line_lease l on l.line = o.sent_by"
            + " where o.state = 'SENDING' and l.line in (%s) and l.node = ''";
    // Assigned from left to right: the parts before the copies that they are foreseen by.
    private static final String DISOWN =
            "update sms_outbox set state = 'UNKNOWN', sent_at = sending_at, parts = parts + "
                    + SqlOutboxQueue.FORESEEN + ", copies = copies + 1, reason = '" + OUR_END + "', not_before = ?"
                    + " where id = ? and state = 'SENDING'";
    private static final String IN_DOUBT = "select id from sms_outbox where state = 'UNKNOWN' and priority < ?"
            + " and (not_before <= ? or not_before > ?) and copies < if(reason = '" + OUR_END
            + "', 5, 2) and not_after > ? limit 100";
    private static final String AGAIN =
            "update sms_outbox set state = 'NEW', delivery = null, not_before = least(not_before, ?)"
                    + " where id = ? and state = 'UNKNOWN'";
    private static final String TOO_OLD = "select id from sms_outbox where state = 'NEW' and priority in ("
            + Kind.priorities() + ")" + " and not_before <= ? and not_after <= least(?, utc_timestamp(6)) limit 500";
    private static final String EXPIRE =
            "update sms_outbox set state = 'EXPIRED', not_before = ? where id = ? and state = 'NEW'";
    // Marks of a clock that was ahead: it begins after its end; it was put in later than now; a pause longer than any.
    private static final String FROZEN = "select id from sms_outbox where state = 'NEW' and priority in ("
            + Kind.priorities() + ") and not_before > ? and (not_before >= not_after or attempts > 0 and created_at > ?"
            + " or priority not in (" + Kind.NOTICE.priority() + ", " + Kind.SURVEY.priority()
            + ") and (attempts > 0 or created_at > ?)) limit 500";
    private static final String THAW = "update sms_outbox set not_before = ? where id = ? and state = 'NEW'";
    private static final Duration NO_SUBMISSION_TAKES = Duration.ofMinutes(30);
    private static final Duration NO_RETRY_WAITS = Duration.ofMinutes(20);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final String SENT_SINCE =
            "select coalesce(sum(parts), 0) as n from sms_outbox where sent_by = ? and sent_at >= ?";

    private final Sql sql;
    private final Clock clock;
    private final ClockSteps steps;
    private final Duration resendAfter;

    @Inject
    SqlStrays(Sql sql, Clock clock, ClockSteps steps, Settings settings) {
        this.steps = steps;
        this.sql = sql;
        this.clock = clock;
        this.resendAfter = OutboxSettings.from(settings).resendAfter();
    }

    /** What was in a line's hand when the process died may have gone out. Tells how many. */
    int disown(String line) {
        return disown(sql.ids(IN_HAND, line));
    }

    /** Lines whose lease has run out now: their node is gone, or the database was away. */
    List<String> lapsed() {
        return sql.rows(LAPSED, row -> row.text("line"));
    }

    /**
     * The same as {@link #disown} for lines that no node has any more, as a modem at the port of a machine that died. Their
     * leases are free from then on: a former owner that comes back must not go on with what was given up.
     */
    int disownOrphans(Set<String> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        String marks = Sql.marks(lines.size());
        sql.update(String.format(FREE, marks), lines.toArray());
        return disown(sql.ids(String.format(ORPHANED, marks), lines.toArray()));
    }

    /** The same for whatever else, after a time no submission takes. */
    int disownAbandoned() {
        return disown(sql.ids(ABANDONED, clock.instant().minus(NO_SUBMISSION_TAKES)));
    }

    private int disown(List<Long> rows) {
        Instant again = clock.instant().plus(resendAfter);
        return rows.stream().mapToInt(id -> sql.update(DISOWN, again, id)).sum();
    }

    /**
     * Gives texts of unknown fate a second copy when no report came in time, and up to five when it was our own process
     * that ended each time. Questions get none.
     */
    int resendUnknown() {
        Instant now = clock.instant();
        List<Long> rows = sql.ids(
                IN_DOUBT, Kind.SURVEY.priority(), now, now.plus(resendAfter).plus(NO_RETRY_WAITS), now);
        return rows.stream().mapToInt(id -> sql.update(AGAIN, now, id)).sum();
    }

    /**
     * Gives up what is no longer worth sending, when this node's clock and the database's both say so and this node's was not
     * set a moment ago: what is given up nobody brings back.
     */
    int expire() {
        if (!steps.isSteady()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Long> rows = sql.ids(TOO_OLD, now, now);
        return rows.stream().mapToInt(id -> sql.update(EXPIRE, now, id)).sum();
    }

    /**
     * Makes due what waits for a moment that a wrong clock wrote: answers with a pause longer than any of ours, whatever
     * begins after its end. Notices may rightly wait for days.
     */
    int thaw() {
        Instant now = clock.instant();
        Instant future = now.plus(CLOCKS_DIFFER);
        List<Long> rows = sql.ids(FROZEN, now.plus(NO_RETRY_WAITS), future, future);
        return rows.stream().mapToInt(id -> sql.update(THAW, now, id)).sum();
    }

    /** Parts a line sent since {@code start}. */
    int sentSince(String line, Instant start) {
        return sql.count(SENT_SINCE, line, start);
    }
}
