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
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * Notices and questions that should have left by day and could not, because a line was away or slow, wait for the next
 * decent hour with the whole of their time. What was meant to leave at night, since the citizen had just done something, goes.
 */
@Singleton
class QuietCare implements Job {
    private static final int AT_ONCE = 500;
    private static final String DUE =
            "select id, kind, created_at, not_before, not_after from sms_outbox where state = 'NEW'"
                    + " and priority in (1, 2) and not_before <= ? and not reply and id > ? order by id limit "
                    + AT_ONCE;
    private static final String MOVE =
            "update sms_outbox set not_before = ?, not_after = ? where id = ? and state = 'NEW' and not_before = ?";

    private final SqlRows rows;
    private final QuietRule quiet;
    private final InTransaction transactions;
    private final Clock clock;

    @Inject
    QuietCare(SqlRows rows, QuietRule quiet, InTransaction transactions, Clock clock) {
        this.rows = rows;
        this.quiet = quiet;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A text that is due. */
    record Due(long id, QuietRule.Text text, Instant until) {}

    /** Its rows. */
    @Singleton
    static class SqlRows {
        private final Sql sql;

        @Inject
        SqlRows(Sql sql) {
            this.sql = sql;
        }

        /** Those behind {@code id}, at most {@link #AT_ONCE}. */
        List<Due> due(Instant now, long id) {
            return sql.rows(DUE, SqlRows::due, now, id);
        }

        private static Due due(Sql.Row row) throws SQLException {
            QuietRule.Text text = new QuietRule.Text(
                    Kind.valueOf(row.text("kind")), false, row.instant("created_at"), row.instant("not_before"));
            return new Due(row.number("id"), text, row.instant("not_after"));
        }

        int move(Due due, Instant from) {
            Instant before = due.text().from();
            Instant until = due.until().plus(Duration.between(before, from));
            return sql.update(MOVE, from, until, due.id(), before);
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
        Instant opening = quiet.opening(now);
        return opening.equals(now) ? 0 : moveAll(now, opening);
    }

    private int moveAll(Instant now, Instant opening) {
        int moved = 0;
        long last = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            long behind = last;
            List<Due> due = transactions.call(() -> rows.due(now, behind));
            moved += transactions.call(() -> due.stream()
                    .filter(text -> quiet.holds(text.text(), now))
                    .mapToInt(text -> rows.move(text, opening))
                    .sum());
            more = due.size() == AT_ONCE;
            last = due.isEmpty() ? last : due.get(due.size() - 1).id();
        }
        return moved;
    }
}
