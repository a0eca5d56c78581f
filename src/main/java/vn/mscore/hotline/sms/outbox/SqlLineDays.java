package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineDays;

/** Counts messages in the inbox and the outbox by their indexes: none of the sealed lane, and the last one to the hour. */
@Singleton
public class SqlLineDays implements LineDays {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String RECEIVED =
            "select line, sum(received_at >= ?) as n, max(received_at) as last from sms_message"
                    + " where state in ('NEW', 'DONE', 'POISON') and not secret and received_at >= ? group by line";
    private static final String SENT = "select sent_by as line, count(*) as n, null as last from sms_outbox"
            + " where sent_by is not null and not secret and sent_at >= ? group by sent_by";

    private static final String NEWEST = "select max(received_at) as last from sms_message"
            + " where state in ('NEW', 'DONE', 'POISON') and not secret and received_at > ? and line = ?";
    private static final String EXPIRED = "select count(*) as n from sms_outbox where state = 'EXPIRED'"
            + " and priority = 0 and not secret and not_after >= ?";

    private final Sql sql;

    /** Reads in the caller's transaction. */
    @Inject
    public SqlLineDays(Sql sql) {
        this.sql = sql;
    }

    private record Count(String line, long n, Optional<Instant> last) {}

    @Override
    public List<LineDay> since(Instant from) {
        Map<String, Count> received = counts(RECEIVED, from, from.minus(WEEK));
        Map<String, Count> sent = counts(SENT, from);
        TreeSet<String> lines = new TreeSet<>(received.keySet());
        lines.addAll(sent.keySet());
        Count none = new Count("", 0, Optional.empty());
        return lines.stream()
                .map(line -> new LineDay(
                        line,
                        received.getOrDefault(line, none).n(),
                        sent.getOrDefault(line, none).n(),
                        received.getOrDefault(line, none).last().map(at -> at.truncatedTo(ChronoUnit.HOURS))))
                .toList();
    }

    @Override
    public Optional<Instant> lastReceived(String line, Instant from) {
        return sql.rows(NEWEST, row -> Optional.ofNullable(row.instant("last")), from, line)
                .get(0);
    }

    @Override
    public int expiredAnswers(Instant from) {
        return sql.count(EXPIRED, from);
    }

    private Map<String, Count> counts(String query, Object... parameters) {
        Map<String, Count> counts = new TreeMap<>();
        sql.rows(
                        query,
                        row -> new Count(row.text("line"), row.number("n"), Optional.ofNullable(row.instant("last"))),
                        parameters)
                .forEach(count -> counts.put(count.line(), count));
        return counts;
    }
}
