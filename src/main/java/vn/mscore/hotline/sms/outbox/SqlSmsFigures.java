package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.spool.SmsSpool;

/** Counts the rows that wait or need a person; each question touches only those rows. */
@Singleton
class SqlSmsFigures implements SmsFigures {
    /** A retry moves {@code not_before}; rows of before were first due then unless they were tried. */
    private static final String FIRST_DUE = "coalesce(first_due, if(attempts = 0, not_before, created_at))";

    private static final String ANSWER = "select min(" + FIRST_DUE + ") as at from sms_outbox"
            + " where state in ('NEW', 'SENDING') and priority = " + Kind.ANSWER.priority() + " and " + FIRST_DUE
            + " <= ?";

    /** When it ended stands in {@code not_before}. */
    private static final String LOST = "select count(*) as n from sms_outbox where state in ('FAILED', 'EXPIRED')"
            + " and priority = " + Kind.ANSWER.priority() + " and not_before >= ?";

    private static final Duration LATELY = Duration.ofHours(1);

    private final Sql sql;
    private final Clock clock;
    private final LineCounts counts;
    private final InTransaction transactions;
    private final SmsSpool spool;

    @Inject
    SqlSmsFigures(Sql sql, Clock clock, LineCounts counts, InTransaction transactions, SmsSpool spool) {
        this.sql = sql;
        this.clock = clock;
        this.counts = counts;
        this.transactions = transactions;
        this.spool = spool;
    }

    @Override
    public Figures now() {
        return transactions.call(() -> new Figures(
                byState("sms_message", "'NEW', 'POISON'"),
                byState("sms_outbox", "'NEW', 'SENDING', 'UNKNOWN', 'FAILED', 'EXPIRED'"),
                oldest("select min(received_at) as at from sms_message where state = 'NEW'"),
                oldest(
                        "select min(not_before) as at from sms_outbox where state = 'NEW' and not_before <= ?"
                                + " and priority in (" + Kind.priorities() + ")",
                        clock.instant()),
                oldest(ANSWER, clock.instant()),
                oldestByLine(),
                sql.count("select count(*) as n from sms_set where state = 'OPEN'"),
                sql.count("select count(*) as n from sms_quarantine where settled_at is null") + spool.putAside(),
                sql.count("select count(*) as n from sms_part where message_id is null"),
                sql.count(LOST, clock.instant().minus(LATELY)),
                spool.size(),
                counts.refusals(),
                counts.lines()));
    }

    private Map<String, Long> byState(String table, String states) {
        Map<String, Long> counted = new HashMap<>();
        sql.rows(
                "select state, count(*) as n from " + table + " where state in (" + states + ") group by state",
                row -> counted.put(row.text("state"), row.number("n")));
        return counted;
    }

    private Map<String, Instant> oldestByLine() {
        Map<String, Instant> oldest = new HashMap<>();
        sql.rows(
                "select line, min(received_at) as at from sms_message where state = 'NEW' group by line",
                row -> oldest.put(row.text("line"), row.instant("at")));
        sql.rows(
                "select line, min(not_before) as at from sms_outbox where state = 'NEW' and not_before <= ?"
                        + " and priority in (" + Kind.priorities() + ") and line <> '' group by line",
                row -> oldest.merge(row.text("line"), row.instant("at"), (a, b) -> a.isBefore(b) ? a : b),
                clock.instant());
        return oldest;
    }

    private Optional<Instant> oldest(String question, Object... parameters) {
        return sql.rows(question, row -> Optional.ofNullable(row.instant("at")), parameters)
                .get(0);
    }
}
