package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.Intake.Heard;

/** When lines without ids had all their answers heard: what outlives a start and goes with a line to another node. */
@Singleton
class SqlHeard {
    /** A delivery is known by the hour it came, and a little longer. */
    private static final Duration OF_USE = Duration.ofHours(1).plus(Arrival.TURN);

    private final Sql sql;
    private final Clock clock;

    @Inject
    SqlHeard(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void note(Heard heard) {
        // The wall clock first: a pause between the two makes the stretch end too early, never too late.
        Instant now = clock.instant();
        long ticks = System.nanoTime();
        String stretch = heard.stretch().toString();
        Instant until = now.minusNanos(ticks - heard.until());
        if (sql.update(
                        "update sms_heard set until_at = greatest(until_at, ?) where line = ? and stretch = ?",
                        until,
                        heard.line(),
                        stretch)
                == 0) {
            sql.update("delete from sms_heard where line = ? and until_at < ?", heard.line(), now.minus(OF_USE));
            sql.insertNew(
                    "insert into sms_heard (line, stretch, since_at, until_at) values (?, ?, ?, ?)",
                    heard.line(),
                    stretch,
                    now.minusNanos(ticks - heard.since()),
                    until);
        }
    }

    /** Whether every equal delivery, of this hour or of the last minutes of the hour before, was stored in such a time. */
    boolean knows(Arrival arrival) {
        List<Object> keys = new ArrayList<>(arrival.dedupeKeys());
        keys.addAll(arrival.formerHour());
        List<Object> parameters = new ArrayList<>(keys);
        parameters.add(arrival.at().minus(Arrival.TURN));
        parameters.addAll(arrival.dedupeKeys());
        return sql.first(
                        "select count(*) as n, sum(exists (select 1 from sms_heard h where h.line = p.line"
                                + " and p.received_at > h.since_at and p.received_at < h.until_at)) as heard"
                                + " from sms_part p where p.dedupe_key in (" + Sql.marks(keys.size())
                                + ") and (p.received_at > ? or p.dedupe_key in ("
                                + Sql.marks(arrival.dedupeKeys().size()) + "))",
                        row -> row.number("n") > 0 && row.number("n") == row.number("heard"),
                        parameters.toArray())
                .orElse(false);
    }
}
