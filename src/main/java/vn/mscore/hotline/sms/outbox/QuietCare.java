package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.QuietTimes;

/**
 * Notices and questions that should have left by day and could not, because a line was away or slow, wait for the next
 * decent hour with the whole of their time. What was meant to leave at night, since the citizen had just done something, goes.
 */
@Singleton
class QuietCare implements Job {
    private static final String DUE = "select id, created_at, not_before, not_after from sms_outbox where state = 'NEW'"
            + " and priority in (1, 2) and not_before <= ? and not reply limit 500";
    private static final String MOVE =
            "update sms_outbox set not_before = ?, not_after = ? where id = ? and state = 'NEW' and not_before = ?";

    private final SqlRows rows;
    private final QuietTimes times;
    private final InTransaction transactions;
    private final Clock clock;

    @Inject
    QuietCare(SqlRows rows, QuietTimes times, InTransaction transactions, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A text that is due. */
    record Due(long id, Instant created, Instant from, Instant until) {}

    /** Its rows. */
    @Singleton
    static class SqlRows {
        private final Sql sql;

        @Inject
        SqlRows(Sql sql) {
            this.sql = sql;
        }

        List<Due> due(Instant now) {
            return sql.rows(DUE, SqlRows::due, now);
        }

        private static Due due(Sql.Row row) throws SQLException {
            return new Due(
                    row.number("id"), row.instant("created_at"), row.instant("not_before"), row.instant("not_after"));
        }

        int move(Due text, Instant from) {
            Instant until = text.until().plus(Duration.between(text.from(), from));
            return sql.update(MOVE, from, until, text.id(), text.from());
        }
    }

    @Override
    public String name() {
        return "outbox-quiet";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run() {
        Instant now = clock.instant();
        Instant opening = times.opening(now);
        return opening.equals(now)
                ? 0
                : transactions.call(() -> rows.due(now).stream()
                        .filter(text -> !meantForNow(text))
                        .mapToInt(text -> rows.move(text, opening))
                        .sum());
    }

    /** Made in quiet time to leave in the same quiet time. */
    private boolean meantForNow(Due text) {
        Instant opening = times.opening(text.created());
        return opening.isAfter(text.created()) && text.from().isBefore(opening);
    }
}
